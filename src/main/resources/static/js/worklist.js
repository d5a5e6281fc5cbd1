/* The list of releases: its filters as one form, and its rows kept fresh without losing one's place. */
import { notice } from './notice.js';
import { part } from './parts.js';

const [{ call }, { equip }] = await Promise.all(['core', 'suggest'].map(part));

const EVERY = 30000;
const MOST = 200;
const list = () => document.getElementById('releases');
const filters = document.querySelector('[data-filters]');

// -- dates: a person means whole days of his own zone, the API takes moments -----------------------------------------

function dayOf(moment, back) {
  if (!moment) return '';
  const date = new Date(new Date(moment).getTime() - (back ? 1 : 0));
  return new Intl.DateTimeFormat('sv-SE').format(date);
}

for (const input of document.querySelectorAll('[data-from], [data-to]')) {
  const last = 'to' in input.dataset;
  const moment = input.nextElementSibling;
  input.value = dayOf(moment.value, last);
  input.addEventListener('input', () => {
    const day = input.value && new Date(`${input.value}T00:00:00`);
    if (day && last) day.setDate(day.getDate() + 1);
    moment.value = day ? day.toISOString() : '';
  });
}

// -- filters ---------------------------------------------------------------------------------------------------------

function countChoices() {
  for (const count of document.querySelectorAll('[data-count-of]')) {
    const chosen = filters.querySelectorAll(`[name="${count.dataset.countOf}"]:checked`).length;
    count.textContent = chosen || '';
    count.hidden = !chosen;
  }
}

/** Whoever is picked here becomes one more choice beside "with me" and "with nobody". */
function assignTo({ id, name }) {
  const select = filters.elements.assigned;
  if (![...select.options].some(each => each.value === id)) select.add(new Option(name, id));
  select.value = id;
}

if (filters) {
  countChoices();
  equip(filters);
  filters.addEventListener('sw-picked', event => {
    if ('assignedTo' in event.target.dataset) {
      assignTo(event.detail);
      event.target.value = '';
    }
    filters.requestSubmit();
  });
  filters.addEventListener('sw-entered', () => filters.requestSubmit(), true);
  filters.addEventListener('change', countChoices);
  document.addEventListener('htmx:afterSettle', countChoices);
  const more = document.getElementById('more-filters');
  const used = [...more.querySelectorAll('[name]')].some(field => field.value);
  if (used) {
    more.classList.add('show');
    document.querySelector('[data-bs-target="#more-filters"]').setAttribute('aria-expanded', 'true');
  }
}

document.addEventListener('htmx:configRequest', event => {
  const { parameters, elt } = event.detail;
  if (elt.matches('[data-filters]')) {
    for (const name of Object.keys(parameters)) if (parameters[name] === '') delete parameters[name];
  }
  if (elt.matches('#releases')) {
    parameters.limit = Math.min(Math.max(elt.querySelectorAll('tbody tr[id]').length, 50), MOST);
  }
});

// -- rows ------------------------------------------------------------------------------------------------------------

/**
 * Asks for the same rows again. Whoever has a menu open, or more rows than one answer holds, is left in peace, and so is
 * who is waiting for more.
 */
function refresh() {
  const shown = list();
  if (!shown || shown.querySelector('.htmx-request') || shown.querySelectorAll('tbody tr[id]').length > MOST) return;
  shown.dispatchEvent(new CustomEvent('slipway:refresh'));
}

/** A fresh list stands where the old one stood, sideways too. */
let sideways = 0;
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target.id === 'releases') sideways = event.detail.target.querySelector('.sw-scroll')?.scrollLeft ?? 0;
});
document.addEventListener('htmx:afterSettle', event => {
  const scrolls = event.detail.elt.id === 'releases' && event.detail.elt.querySelector('.sw-scroll');
  if (scrolls) scrolls.scrollLeft = sideways;
});

setInterval(() => {
  const busy = document.querySelector('#releases .show, dialog[open], .modal.show');
  if (!document.hidden && !busy) refresh();
}, EVERY);

document.addEventListener('slipway:columns', refresh);
document.addEventListener('slipway:changed', event => {
  event.preventDefault();
  refresh();
});

document.addEventListener('click', async event => {
  const claim = event.target.closest('[data-claim]');
  if (!claim) return;
  try {
    await call('POST', `/api/tasks/${encodeURIComponent(claim.dataset.claim)}/claim`);
    notice(claim.dataset.done);
  } catch (refused) {
    notice(refused.message, true);
  }
  refresh();
});
