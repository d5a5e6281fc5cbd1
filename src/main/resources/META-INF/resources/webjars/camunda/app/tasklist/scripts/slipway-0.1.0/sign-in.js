/*
 * One login serves all pages. After a logout Camunda shows a login form of its own, which can no longer work;
 * people are taken to ours instead.
 */
const root = (document.querySelector('base')?.getAttribute('app-root') ?? '').replace(/\/[^/]+$/, '');

function away() {
  if (/^#\/login/.test(location.hash)) location.replace(`${root}/login`);
}

addEventListener('hashchange', away);
away();

export default [];
