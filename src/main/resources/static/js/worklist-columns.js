/* Which columns the list shows and in which order: by checking, by dragging and by the buttons beside each. */
import { notice } from './notice.js';
import { library, part } from './parts.js';

const { call } = await part('core');
const PREFERENCE = '/api/preferences/worklist-columns';
const form = document.querySelector('[data-columns]');
const lines = form.querySelector('[data-columns-list]');

async function keep() {
  const chosen = [...lines.querySelectorAll('input:checked')].map(each => each.value);
  try {
    await call('PUT', PREFERENCE, { value: chosen.join(',') });
    document.dispatchEvent(new CustomEvent('slipway:columns'));
  } catch (refused) {
    notice(refused.message, true);
  }
}

/** One place up or down; the first column stays the first. */
function move(button) {
  const line = button.closest('li');
  const other = Number(button.dataset.move) < 0 ? line.previousElementSibling : line.nextElementSibling;
  if (!other || 'fixed' in other.dataset) return;
  if (Number(button.dataset.move) < 0) other.before(line);
  else other.after(line);
  button.focus();
  keep();
}

form.addEventListener('change', keep);
form.addEventListener('click', event => {
  const button = event.target.closest('[data-move]');
  if (button) move(button);
});
form.querySelector('[data-columns-preset]').addEventListener('click', async () => {
  try {
    await call('DELETE', PREFERENCE);
    location.reload();
  } catch (refused) {
    notice(refused.message, true);
  }
});

form.parentElement.addEventListener(
  'show.bs.dropdown',
  async () => {
    await library('sortablejs/Sortable.min.js');
    window.Sortable.create(lines, {
      draggable: 'li:not([data-fixed])',
      filter: 'button, input',
      preventOnFilter: false,
      ghostClass: 'sw-columns-ghost',
      onMove: event => !('fixed' in event.related.dataset),
      onEnd: keep,
    });
  },
  { once: true },
);
