/*
 * A page says that it is busy until its scripts are in place, for whoever waits to use it: they fetch texts and parts of
 * each other, which the browser's own "loaded" does not wait for.
 */
const scripts = [...document.querySelectorAll('script[type=module]')].map(each => each.src);
const others = scripts.filter(each => each !== import.meta.url);
await Promise.allSettled(others.map(each => import(each)));
document.body.removeAttribute('aria-busy');
