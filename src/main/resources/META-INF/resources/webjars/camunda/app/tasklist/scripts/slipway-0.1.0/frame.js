/* What is ours around Camunda's applications: the way back to our own pages, and names of the models in the reader's language. */

import { keyOfTask } from './task-names.js';

const root = (document.querySelector('base')?.getAttribute('app-root') ?? '').replace(/\/[^/]+$/, '');

/** Names as the shipped filters have them. */
const FILTERS = { 'My tasks': 'MINE', "My groups' tasks": 'GROUPS', 'All tasks': 'ALL' };

function keyOf(name) {
  return FILTERS[name] ? `SW_FILTER_${FILTERS[name]}` : keyOfTask(name);
}

/** Where nothing stands but a name of a filter or of a task. */
const PLACES = '.task-filter h4.name a, li.task h4.task a, .task-card h2.task';

function linkDesktop() {
  const brand = document.querySelector('.navbar-brand');
  if (!brand || brand.previousElementSibling?.matches('.sw-desktop-link')) return;
  const link = document.createElement('a');
  link.className = 'sw-desktop-link';
  link.href = `${root}/`;
  link.title = 'Slipway';
  link.setAttribute('aria-label', 'Slipway');
  const mark = document.createElement('img');
  mark.src = `${root}/favicon.svg`;
  mark.width = 22;
  mark.height = 22;
  mark.alt = '';
  link.append(mark);
  brand.before(link);
}

function nameAnew(translate) {
  for (const place of document.querySelectorAll(PLACES)) {
    for (const node of place.childNodes) {
      const name = node.nodeType === Node.TEXT_NODE ? node.nodeValue.trim() : '';
      const key = keyOf(name);
      const text = key && translate(key);
      if (text && text !== key && text !== name) node.nodeValue = node.nodeValue.replace(name, text);
    }
  }
}

/** Camunda draws its pages again and again; what is ours is put back each time, at most once per frame. */
export function keepFrame(translate) {
  let asked = false;
  const draw = () => {
    asked = false;
    linkDesktop();
    if (translate) nameAnew(translate);
  };
  new MutationObserver(() => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(draw);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  draw();
}
