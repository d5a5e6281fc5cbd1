/* What our pages share with Tasklist: the page names the folder, which carries the product's version. */
const HOME = new URL('.', document.querySelector('link[data-parts]').href);
const LIBRARIES = new URL('../webjars/', import.meta.url);

/** One of the modules that Tasklist's forms are made of. */
export function part(name) {
  return import(new URL(`${name}.js`, HOME));
}

/** A library that is no module and only some pages need. */
const loaded = new Map();
export function library(path) {
  if (!loaded.has(path)) {
    const script = document.createElement('script');
    script.src = new URL(path, LIBRARIES).href;
    loaded.set(
      path,
      new Promise((done, failed) => {
        script.addEventListener('load', done);
        script.addEventListener('error', () => failed(new Error(path)));
      }),
    );
    document.head.append(script);
  }
  return loaded.get(path);
}

/** A colour of ours as libraries that draw by themselves want it. */
export function colour(token) {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
