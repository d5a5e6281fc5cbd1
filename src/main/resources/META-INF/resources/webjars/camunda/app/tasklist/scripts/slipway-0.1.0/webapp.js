/*
 * For Cockpit, Admin and Welcome; Tasklist has its own loader. Camunda leaves the page blank when a script fails, so
 * whatever could fail is imported from here, behind a catch.
 */
const here = new URL('.', import.meta.url);
const tell = failure => console.error('Slipway:', failure);

if (/\/app\/welcome\//.test(location.pathname)) {
  await import(new URL('texts.js', here).href)
    .then(({ bringTexts }) => bringTexts(new URL('../../../welcome/', here)))
    .catch(tell);
}

import(new URL('frame.js', here).href).then(({ keepFrame }) => keepFrame()).catch(tell);

export default [];
