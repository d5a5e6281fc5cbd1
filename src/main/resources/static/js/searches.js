/* Saved searches: those one has kept and those others share. A search is the address of the list with its filters. */
import { notice } from './notice.js';
import { part } from './parts.js';
import { question } from './question.js';

const { call, h, icon, listAll } = await part('core');
const place = document.querySelector('[data-searches]');
const shown = place.querySelector('[data-searches-list]');
const form = place.querySelector('[data-searches-new]');
const said = form.querySelector('.sw-error');

async function remove(search) {
  try {
    await call('DELETE', `/api/searches/${search.id}`);
    await show();
  } catch (refused) {
    notice(refused.message, true);
  }
}

function line(search) {
  return h(
    'li',
    { class: 'sw-searches-line' },
    h('a', { class: 'dropdown-item', href: `/releases?${search.query}` }, search.name, !search.mine && h('span', { class: 'sw-quiet' }, ` ${shown.dataset.of.replace('{0}', search.person)}`)),
    search.mine && h('button', { type: 'button', class: 'btn btn-quiet btn-sm', 'aria-label': `${shown.dataset.remove}: ${search.name}`, onclick: () => remove(search) }, icon('trash')),
  );
}

async function show() {
  try {
    const found = await listAll('/api/searches');
    shown.replaceChildren(...(found.length ? found.map(line) : [h('li', { class: 'sw-quiet' }, shown.dataset.none)]));
  } catch (refused) {
    shown.replaceChildren(h('li', { class: 'sw-error' }, refused.message));
  }
}

place.addEventListener('show.bs.dropdown', show);

form.addEventListener('submit', async event => {
  event.preventDefault();
  said.hidden = true;
  try {
    await call('POST', '/api/searches', { name: form.elements.name.value.trim(), shared: form.elements.shared.checked, question: question() });
    form.reset();
    await show();
  } catch (refused) {
    said.textContent = refused.message;
    said.hidden = false;
  }
});
