/* The board: cards are moved by dragging, by their buttons and by the keyboard; each move is a command of the REST API. */
import { fragment } from './fragment.js';
import { part } from './parts.js';

const { attempt, call } = await part('core');

const board = document.querySelector('[data-board]');
const announcer = board.querySelector('[data-announcer]');
const dialog = board.querySelector('[data-finish]');
const ORDER = ['TODO', 'DOING', 'DONE'];
const TOLD = { TODO: 'given', DOING: 'taken', DONE: 'finished' };

const list = column => board.querySelector(`ul[data-column="${column}"]`);
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (whole, place) => values[place] ?? whole);
const columnName = column => document.getElementById(`column-${column}`).textContent;

function tell(text) {
  announcer.textContent = '';
  requestAnimationFrame(() => { announcer.textContent = text; });
}

function count() {
  for (const column of board.querySelectorAll('.board-column')) {
    const more = column.querySelector('[data-more]') ? '+' : '';
    column.querySelector('[data-count]').textContent = column.querySelectorAll('.board-card').length + more;
  }
}

function focusOn(card) {
  card?.querySelector('a')?.focus();
}

/** Says on the card why it did not move; the next try takes it away. */
function explain(card, text) {
  card.querySelector('.board-refusal')?.remove();
  if (!text) return;
  const refusal = document.createElement('p');
  refusal.className = 'board-refusal';
  refusal.textContent = text;
  card.append(refusal);
  tell(fill(board.dataset.refused, card.dataset.title, text));
}

/** Replaces a card by what the server knows of it now, in the column in which it stands now. */
async function renew(card, before) {
  const fresh = (await fragment(`/board/cards/${card.dataset.card}`)).querySelector('.board-card');
  const stands = fresh.dataset.stands;
  if (before && stands === before.column) before.list.insertBefore(fresh, before.next?.isConnected ? before.next : null);
  else if (card.parentElement === list(stands)) card.replaceWith(fresh);
  else list(stands).prepend(fresh);
  card.remove();
  count();
  return fresh;
}

/** What was typed about an activity that is not finished yet, by its task. */
const typed = new Map();

/** Asks what was done and completes the task; what is typed is there again until that has worked. */
function finish(card) {
  const form = dialog.querySelector('form');
  const problem = dialog.querySelector('.board-refusal');
  const key = attempt();
  form.reset();
  for (const [name, value] of typed.get(card.dataset.task) ?? []) form.elements[name].value = value;
  form.oninput = () => typed.set(card.dataset.task, [...new FormData(form)]);
  problem.hidden = true;
  dialog.querySelector('[data-finish-name]').textContent = card.dataset.title;
  dialog.showModal();
  return new Promise(resolve => {
    let last;
    form.onsubmit = async event => {
      event.preventDefault();
      const record = form.executionRecord.value.trim();
      const minutes = form.minutesSpent.value;
      const send = form.querySelector('[type=submit]');
      send.disabled = true;
      try {
        await call('POST', `/api/tasks/${encodeURIComponent(card.dataset.task)}/completion`, {
          ...(record ? { executionRecord: record } : {}),
          ...(minutes === '' ? {} : { minutesSpent: Number(minutes) }),
        }, { 'Idempotency-Key': key });
        typed.delete(card.dataset.task);
        dialog.onclose = null;
        dialog.close();
        resolve({ done: true });
      } catch (refused) {
        last = refused;
        problem.textContent = refused.fields[0]?.message ?? refused.message;
        problem.hidden = false;
      } finally {
        send.disabled = false;
      }
    };
    dialog.onclose = () => resolve({ done: false, refused: last });
  });
}

dialog.querySelector('[data-cancel]').addEventListener('click', () => dialog.close());

/** @param before where the card stood, when dragging has taken it away already */
async function move(card, to, before = { column: card.dataset.stands, list: card.parentElement, next: card.nextElementSibling }) {
  const texts = board.dataset;
  const path = `/api/tasks/${encodeURIComponent(card.dataset.task)}/claim`;
  let refusal = null;
  explain(card, null);
  if (before.column === to) return;
  if (before.column === 'DONE') refusal = texts.final;
  else if (!card.dataset.movable) refusal = texts.locked;
  else {
    card.setAttribute('aria-busy', 'true');
    list(to).prepend(card);
    try {
      if (to === 'DOING') await call('POST', path, undefined, { 'Idempotency-Key': attempt() });
      else if (to === 'TODO') await call('DELETE', path, undefined, { 'Idempotency-Key': attempt() });
      else {
        const { done, refused } = await finish(card);
        if (!done) refusal = refused?.message ?? '';
      }
    } catch (refused) {
      refusal = refused.message;
    }
  }
  let fresh = card;
  try {
    fresh = await renew(card, refusal === null ? null : before);
  } catch {
    // The server does not answer: the card goes back as it was.
    card.removeAttribute('aria-busy');
    if (refusal !== null) before.list.insertBefore(card, before.next?.isConnected ? before.next : null);
    count();
  }
  if (refusal) explain(fresh, refusal);
  else if (refusal === null) tell(fill(texts[TOLD[to]], card.dataset.title, columnName(to)));
  focusOn(fresh);
}

board.addEventListener('click', event => {
  const button = event.target.closest('[data-to]');
  if (button) move(button.closest('.board-card'), button.dataset.to);
});

/** Arrows walk over the cards; with Shift they take the card along. */
board.addEventListener('keydown', event => {
  const card = event.target.closest('.board-card');
  if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
  const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const upDown = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!sideways && !upDown) return;
  event.preventDefault();
  const at = ORDER.indexOf(card.dataset.stands);
  if (sideways && event.shiftKey) {
    if (ORDER[at + sideways]) move(card, ORDER[at + sideways]);
  } else if (sideways) {
    for (let next = at + sideways; ORDER[next]; next += sideways) {
      const first = list(ORDER[next]).querySelector('.board-card');
      if (first) return focusOn(first);
    }
  } else {
    const cards = [...card.parentElement.querySelectorAll('.board-card')];
    focusOn(cards[cards.indexOf(card) + upDown]);
  }
});

for (const column of ORDER) {
  window.Sortable.create(list(column), {
    group: 'board',
    sort: false,
    draggable: '.board-card',
    filter: '.board-card:not([data-movable]), button',
    preventOnFilter: false,
    delay: 200,
    delayOnTouchOnly: true,
    ghostClass: 'board-card-ghost',
    onStart: event => { event.item.before = { column, list: event.from, next: event.item.nextElementSibling }; board.dataset.dragging = column; },
    onEnd: event => {
      delete board.dataset.dragging;
      const to = event.to.dataset.column;
      if (to !== column) move(event.item, to, event.item.before);
    },
  });
}

for (const field of board.querySelectorAll('[data-filters] select, [data-filters] input')) {
  field.addEventListener('change', () => field.form.requestSubmit());
}
board.querySelector('[data-apply]').hidden = true;
document.addEventListener('htmx:afterSettle', count);
