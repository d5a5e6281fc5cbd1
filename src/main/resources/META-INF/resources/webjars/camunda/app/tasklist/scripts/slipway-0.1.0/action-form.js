/* The form of one action on a release: what it will do, what it asks, and the way there and back. */
import { field } from './actions.js';
import { attempt, get, h, list, t } from './core.js';
import { clearProblem, missing, read, refresh, showProblem } from './fields.js';
import { equip } from './suggest.js';

/** The record of a release with what the actions have to know besides: who asks, and whether they follow it. */
export async function standing(number) {
  const path = `/api/releases/${encodeURIComponent(number)}`;
  const [record, followers, { id: me }] = await Promise.all([get(path), list(`${path}/followers`), get('/api/me')]);
  return { ...record, me, followed: followers.includes(me) };
}

async function send(form, go, release, action, key, done) {
  const open = missing(form);
  if (open.length) {
    showProblem(form, t('SW_ANSWERS_MISSING'), open);
    return;
  }
  clearProblem(form);
  go.disabled = true;
  try {
    await action.send(release, action.fields.length ? read(form) : undefined, key);
    await done(t(`SW_ACTION_${action.id}_DONE`, { number: release.number }));
  } catch (problem) {
    if (problem.status > 0) key['Idempotency-Key'] = attempt();
    showProblem(form, problem.message, problem.fields);
    go.disabled = false;
  }
}

/**
 * @param release as standing() has it
 * @param leave   called when the person thinks better of it
 * @param done    called with what has been done, in words
 */
export async function actionForm(release, action, { leave, done }) {
  const key = { 'Idempotency-Key': attempt() };
  const go = h('button', { type: 'submit', class: `btn ${action.loses ? 'btn-danger' : 'btn-primary'}` }, t(`SW_ACTION_${action.id}`));
  const form = h('form', { class: 'sw-form', novalidate: true }, h('p', { class: action.loses ? 'sw-alert sw-alert-loss' : 'sw-lead' }, t(`SW_ACTION_${action.id}_SAYS`)));
  try {
    form.append(h('div', { class: 'sw-grid' }, await Promise.all(action.fields.map(spec => field(spec, release)))));
  } catch (problem) {
    showProblem(form, problem.message);
  }
  form.append(h('div', { class: 'sw-action-buttons' }, go, h('button', { type: 'button', class: 'btn btn-link', onclick: leave }, t('SW_LEAVE_IT'))));
  equip(form);
  refresh(form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    send(form, go, release, action, key, done);
  });
  return form;
}

/** Puts the cursor where the person goes on. */
export function begin(form) {
  (form.querySelector('.form-control') ?? form.querySelector('[type=submit]')).focus();
}
