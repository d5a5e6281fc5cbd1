/* The calendar: windows are opened in a dialog, deployments can be dragged to another day; both change the record. */
import { fragment } from './fragment.js';
import { part } from './parts.js';

const { attempt, call } = await part('core');

const calendar = document.querySelector('[data-calendar]');
const message = calendar.querySelector('[data-message]');
const dialog = calendar.querySelector('[data-dialog]');
const texts = calendar.dataset;
const language = document.documentElement.lang;
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (whole, place) => values[place] ?? whole);
const spoken = instant => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

function tell(text, { bad = false, undo = null } = {}) {
  message.replaceChildren(text);
  message.classList.toggle('cal-message-bad', bad);
  message.hidden = false;
  if (!undo) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-sm';
  button.textContent = texts.undo;
  button.addEventListener('click', undo);
  message.append(button);
}

/** Shows the period as it is now, and gives the focus back to the release. */
async function renew(number, kind) {
  const view = (await fragment(location.pathname + location.search)).querySelector('[data-view]');
  calendar.querySelector('[data-view]').replaceWith(view);
  view.querySelector(`[data-number="${number}"][data-kind="${kind}"]`)?.focus({ preventScroll: true });
}

const patch = (number, revision, change) => call('PATCH', `/api/releases/${encodeURIComponent(number)}`, change, {
  'If-Match': `"${revision}"`, 'Idempotency-Key': attempt(),
});

/**
 * Moves a deployment; what was there before can be had back as long as nobody else has changed the record. What has
 * become of it is said once the calendar shows it.
 */
async function move(bar, deployment) {
  const { number, revision, start, end } = bar.dataset;
  bar.setAttribute('aria-busy', 'true');
  const show = () => renew(number, 'DEPLOYMENT').catch(() => bar.removeAttribute('aria-busy'));
  const refuse = async refused => {
    await show();
    tell(fill(texts.refused, number, refused.message), { bad: true });
  };
  try {
    const now = await patch(number, revision, { deployment });
    const undo = async () => {
      try {
        await patch(number, now.revision, { deployment: { start, end } });
        await show();
        tell(fill(texts.undone, number));
      } catch (refused) {
        await refuse(refused);
      }
    };
    await show();
    tell(fill(texts.moved, number, spoken(now.deployment.start), spoken(now.deployment.end)), { undo });
  } catch (refused) {
    await refuse(refused);
  }
}

// -- dragging --------------------------------------------------------------------------------------------------------

let dragged = null;

/** Which day of a row the pointer is over, counted from the first day of the calendar's rows. */
function dayAt(row, x) {
  const box = row.getBoundingClientRect();
  const column = Math.min(Math.max(Math.floor((x - box.left) / box.width * row.dataset.days), 0), row.dataset.days - 1);
  return Date.parse(row.dataset.from) / 86400000 + column;
}

function mark(row, x) {
  calendar.querySelectorAll('.cal-drop').forEach(each => each.classList.remove('cal-drop'));
  if (row) row.querySelectorAll('.cal-days > li')[dayAt(row, x) - Date.parse(row.dataset.from) / 86400000].classList.add('cal-drop');
}

/** The same time of day, some days later or earlier, whatever the clocks do in between. */
function shifted(instant, days) {
  const date = new Date(instant);
  date.setDate(date.getDate() + days);
  return date.toISOString();
}

calendar.addEventListener('dragstart', event => {
  const bar = event.target.closest?.('.cal-bar');
  if (!bar) return;
  dragged = { bar, day: dayAt(bar.closest('[data-row]'), event.clientX) };
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', bar.dataset.number);
});

calendar.addEventListener('dragover', event => {
  const row = event.target.closest?.('[data-row]');
  if (!dragged || !row) return;
  event.preventDefault();
  mark(row, event.clientX);
});

calendar.addEventListener('drop', event => {
  const row = event.target.closest?.('[data-row]');
  if (!dragged || !row) return;
  event.preventDefault();
  const days = dayAt(row, event.clientX) - dragged.day;
  const { start, end } = dragged.bar.dataset;
  if (days !== 0) move(dragged.bar, { start: shifted(start, days), end: shifted(end, days) });
});

calendar.addEventListener('dragend', () => {
  dragged = null;
  mark(null);
});

// -- dialog ----------------------------------------------------------------------------------------------------------

/** What the person meant by a field: the moment it was filled with, unless he has changed it. */
const meant = field => field.value === field.defaultValue ? field.dataset.exact : new Date(field.value).toISOString();

/** Somebody was quicker: what was typed stays, the rest becomes what it is now, and the next try goes on from there. */
async function catchUp(form) {
  const now = (await fragment(`/calendar/releases/${encodeURIComponent(form.dataset.number)}`)).querySelector('form');
  form.dataset.revision = now.dataset.revision;
  for (const fresh of now.querySelectorAll('input[data-exact]')) {
    const field = form.elements[fresh.name];
    if (field.value === field.defaultValue) field.value = fresh.defaultValue;
    field.defaultValue = fresh.defaultValue;
    field.dataset.exact = fresh.dataset.exact;
  }
}

async function save(form) {
  const problem = form.querySelector('.cal-problem');
  const change = {};
  for (const window of ['planning', 'deployment']) {
    const [start, end] = ['start', 'end'].map(each => form.elements[`${window}.${each}`]);
    if (!start.value || !end.value) {
      (start.value ? end : start).reportValidity();
      return;
    }
    if ([start, end].some(field => field.value !== field.defaultValue)) change[window] = { start: meant(start), end: meant(end) };
  }
  if (!Object.keys(change).length) {
    dialog.close();
    return;
  }
  const send = form.querySelector('[type=submit]');
  send.disabled = true;
  try {
    const now = await patch(form.dataset.number, form.dataset.revision, change);
    dialog.close();
    tell(fill(texts.moved, now.number, spoken(now.deployment.start), spoken(now.deployment.end)));
    await renew(now.number, change.deployment ? 'DEPLOYMENT' : 'PLANNING').catch(() => {});
  } catch (refused) {
    problem.textContent = refused.message;
    problem.hidden = false;
    if (refused.code === 'concurrent-change') {
      problem.textContent = texts.meanwhile;
      await catchUp(form).catch(again => (problem.textContent = again.message));
    }
    send.disabled = false;
  }
}

async function open(bar) {
  try {
    dialog.replaceChildren(...(await fragment(`/calendar/releases/${encodeURIComponent(bar.dataset.number)}`)).children);
  } catch (refused) {
    tell(refused.message, { bad: true });
    return;
  }
  const form = dialog.querySelector('form');
  form.addEventListener('submit', event => {
    event.preventDefault();
    save(form);
  });
  form.querySelector('[data-close]').addEventListener('click', () => dialog.close());
  dialog.showModal();
}

calendar.addEventListener('click', event => {
  const bar = event.target.closest('.cal-bar');
  if (bar) open(bar);
});

for (const field of calendar.querySelectorAll('[data-filters] select, [data-filters] input')) {
  field.addEventListener('change', () => field.form.requestSubmit());
}
calendar.querySelector('[data-apply]').hidden = true;
