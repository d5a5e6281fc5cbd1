/* What our pages share with Tasklist, named in one place: the folder carries the product's version. */
const HOME = new URL('../webjars/camunda/app/tasklist/scripts/slipway-0.1.0/', import.meta.url);

/** One of the modules that Tasklist's forms are made of. */
export function part(name) {
  return import(new URL(`${name}.js`, HOME));
}
