/* Registering a release and editing it: Tasklist's start form on a page of its own. */
import { noticeLater } from './notice.js';
import { part } from './parts.js';

const [{ call, get, h, t, toLocal, word }, { prepare, resume, note }, { fill }, { registrationForm, demand, showPriority }] = await Promise.all(
  ['core', 'form', 'fields', 'registration-form'].map(part),
);

const form = document.querySelector('[data-release-form]');
const number = form.dataset.releaseForm === 'new' ? null : form.dataset.releaseForm;
const submit = form.querySelector('[type=submit]');

/** What Tasklist's forms have around them, as far as they ask for it. */
const camForm = { formElement: [form], taskId: number ? `edit:${number}` : `new:${form.dataset.model}`, on: (_, applied) => applied() };
const scope = { $on: (_, leave) => addEventListener('pagehide', leave), $applyAsync: work => work() };

form.addEventListener('submit', () => {
  submit.disabled = true;
  camForm.submitVariables(() => (submit.disabled = false));
});

function goTo(release) {
  location.assign(`/releases/${encodeURIComponent(release)}`);
}

function register() {
  registrationForm(camForm, scope, {
    model: form.dataset.model,
    tell(release, refused) {
      noticeLater(t('SW_REGISTERED_OK', { number: release.number }));
      if (refused.length) noticeLater([t('SW_FILES_REFUSED', { number: release.number }), ...refused].join(' '), true);
      // The draft is forgotten when this has been told; then the page may go.
      setTimeout(() => goTo(release.number));
    },
  });
}

// -- editing -------------------------------------------------------------------------------------------------------

const LABELS = {
  title: 'SW_TITLE',
  description: 'SW_DESCRIPTION',
  version: 'SW_VERSION',
  executorGroup: 'SW_EXECUTOR_GROUP',
  approverGroup: 'SW_APPROVER_GROUP',
  impact: 'SW_IMPACT',
  urgency: 'SW_URGENCY',
  risk: 'SW_RISK',
  planning: 'SW_PLANNING_WINDOW',
  deployment: 'SW_DEPLOYMENT_WINDOW',
  contact: 'SW_CONTACT',
  notifications: 'SW_NOTIFICATIONS',
};

/** Whether a field is the same, windows to the minute, as the form shows them. */
function same(one, other) {
  if (typeof one !== 'object' || one === null) return (one ?? null) === (other ?? null);
  if ('start' in one) return toLocal(one.start) === toLocal(other?.start) && toLocal(one.end) === toLocal(other?.end);
  return Object.keys(one).every(name => (one[name] ?? null) === (other?.[name] ?? null));
}

function shown(name, value) {
  if (name === 'planning' || name === 'deployment') return [value.start, value.end].map(each => toLocal(each).replace('T', ' ')).join(' – ');
  if (name === 'impact' || name === 'urgency') return word('LEVEL', value);
  if (name === 'risk') return word('RISK', value);
  return typeof value === 'object' ? '' : (value ?? '');
}

async function edit() {
  const path = `/api/releases/${encodeURIComponent(number)}`;
  let record;
  const state = prepare(camForm, scope, async (answers, headers) => {
    const changed = Object.fromEntries(Object.entries(answers).filter(([name, value]) => !same(value, record[name])));
    if (Object.keys(changed).length) {
      try {
        await call('PATCH', path, changed, { ...headers, 'If-Match': `"${record.revision}"` });
      } catch (problem) {
        if (problem.code === 'concurrent-change') await tellOfOthers();
        throw problem;
      }
    }
    noticeLater(t('SW_EDITED', { number }));
    setTimeout(() => goTo(number));
  });

  /** Somebody was quicker: says what they changed, keeps what was typed, and lets the next attempt go on from there. */
  async function tellOfOthers() {
    const now = await get(path);
    const theirs = Object.keys(LABELS).filter(name => !same(record[name], now[name]));
    record = now;
    const lines = theirs.map(name => h('li', {}, h('strong', {}, t(LABELS[name])), ' ', shown(name, now[name])));
    const take = h('button', { type: 'button', class: 'btn btn-sm', onclick: () => fill(form, Object.fromEntries(theirs.map(name => [name, now[name]]))) }, t('SW_TAKE_THEIRS'));
    note(state, t('SW_CHANGED_MEANWHILE'), h('ul', {}, lines), theirs.length > 0 && take);
  }

  await state.shown;
  record = await get(path);
  fill(form, record);
  await get(`/api/models/${encodeURIComponent(record.model)}`).then(model => demand(form, model)).catch(() => {}); // the server knows them
  for (const name of ['impact', 'urgency']) form.querySelector(`[data-sw-name=${name}]`).addEventListener('change', () => showPriority(state));
  resume(state, null);
  showPriority(state);
}

if (number) edit();
else register();
