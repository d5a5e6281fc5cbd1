/* Registering a release and editing it: Tasklist's start form on a page of its own. */
import { noticeLater } from './notice.js';
import { part } from './parts.js';

const [{ call, get, h, listOnce, t, toLocal, word }, { prepare, resume, note }, { control, controls, fill, nameOf, setValue, valueOf }, { registrationForm, demand, showPriority }] = await Promise.all(
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
  return registrationForm(camForm, scope, {
    model: form.dataset.model,
    tell(release, refused) {
      noticeLater(t('SW_REGISTERED_OK', { number: release.number }));
      if (refused.length) noticeLater([t('SW_FILES_REFUSED', { number: release.number }), ...refused].join(' '), true);
      // The draft is forgotten when this has been told; then the page may go.
      setTimeout(() => goTo(release.number));
    },
  });
}

/** What the group that executes makes mandatory is ticked and stays so; the server sees to it in any case. */
async function lockMandatory() {
  const groups = await listOnce('/api/groups').catch(() => []);
  const { notifications } = groups.find(({ id }) => id === valueOf(control(form, 'executorGroup'))) ?? {};
  let locked = false;
  for (const box of form.querySelectorAll('[data-sw-name^="notifications."]')) {
    const mandatory = notifications?.[box.dataset.swName.split('.')[1]] === true;
    if (mandatory && !box.disabled) box.dataset.swBefore = box.checked;
    if (mandatory) box.checked = true;
    else if (box.disabled) box.checked = box.dataset.swBefore === 'true';
    box.disabled = mandatory;
    locked ||= mandatory;
  }
  form.querySelector('[data-mandatory]').hidden = !locked;
}

form.addEventListener('input', lockMandatory);

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

function shown(name, value) {
  if (name === 'planning' || name === 'deployment') return [value.start, value.end].map(each => toLocal(each).replace('T', ' ')).join(' – ');
  if (name === 'impact' || name === 'urgency') return word('LEVEL', value);
  if (name === 'risk') return word('RISK', value);
  return typeof value === 'object' ? '' : (value ?? '');
}

/** What a field holds, in a record as the server has it. */
const valueIn = (record, name) => name.split('.').reduce((inner, step) => inner?.[step], record) ?? null;

/** Fields by their dotted names, as they are sent. What is not among them stays as the record has it. */
function nested(fields, record = {}) {
  const answers = {};
  for (const [name, value] of Object.entries(fields)) {
    const [outer, inner] = name.split('.');
    answers[outer] = inner ? { ...(answers[outer] ?? record[outer]), [inner]: value } : value;
  }
  return answers;
}

/**
 * What a form was filled with and what has become of it since: only what the person changed is sent and kept, so that
 * nothing else goes back to what it was when he began.
 */
class Edited {
  constructor() {
    this.fields = new Map(controls(form).map(each => [nameOf(each), each]));
    this.base = {};
  }

  take(record) {
    this.record = record;
    fill(form, record);
    for (const [name, field] of this.fields) this.base[name] = valueOf(field);
  }

  /** By name, what the person has put in the place of what was there. */
  changes() {
    const answers = [...this.fields].map(([name, field]) => [name, valueOf(field)]);
    return Object.fromEntries(answers.filter(([name, value]) => value !== this.base[name]));
  }

  /**
   * Goes on from a newer record: what the person has not changed becomes what it is now, what he has changed stays.
   *
   * @return the names of what others have changed, and which of them he has changed too
   */
  goOnFrom(record) {
    const mine = this.changes();
    const before = { ...this.base };
    this.take(record);
    const theirs = Object.keys(before).filter(name => before[name] !== this.base[name]);
    for (const [name, value] of Object.entries(mine)) setValue(this.fields.get(name), value);
    return { theirs, both: theirs.filter(name => name in this.changes()) };
  }

  /** Of what was typed some time ago, what others have changed since. */
  changedSince({ typed, base }) {
    return Object.keys(typed).filter(name => base[name] !== this.base[name] && typed[name] !== this.base[name]);
  }

  /** Takes what the record has in these. */
  giveWay(names) {
    for (const name of names) setValue(this.fields.get(name), valueIn(this.record, name));
  }
}

async function edit() {
  const path = `/api/releases/${encodeURIComponent(number)}`;
  let edited;
  const state = prepare(camForm, scope, async (_, headers) => {
    const { record } = edited;
    const changes = nested(edited.changes(), record);
    if (Object.keys(changes).length) {
      try {
        await call('PATCH', path, changes, { ...headers, 'If-Match': `"${record.revision}"` });
      } catch (problem) {
        if (problem.code === 'concurrent-change') tellOfOthers(edited.goOnFrom(await get(path)));
        throw problem;
      }
    }
    noticeLater(t('SW_EDITED', { number }));
    setTimeout(() => goTo(number));
  });

  /** Somebody was quicker: says what they changed, keeps what was typed, and lets the next attempt go on from there. */
  function tellOfOthers({ theirs, both }) {
    const lines = Object.keys(LABELS)
      .filter(name => theirs.some(each => each.split('.')[0] === name))
      .map(name => h('li', {}, h('strong', {}, t(LABELS[name])), ' ', shown(name, edited.record[name])));
    const take = h('button', { type: 'button', class: 'btn btn-sm', onclick: () => edited.giveWay(both) }, t('SW_TAKE_THEIRS'));
    note(state, t('SW_CHANGED_MEANWHILE'), h('ul', {}, lines), both.length > 0 && take);
  }

  await state.shown;
  const loaded = await get(path);
  edited = new Edited();
  edited.take(loaded);
  await get(`/api/models/${encodeURIComponent(loaded.model)}`).then(model => demand(form, model)).catch(() => {}); // the server knows them
  for (const name of ['impact', 'urgency']) form.querySelector(`[data-sw-name=${name}]`).addEventListener('change', () => showPriority(state));
  const { get: recall, keep, forget } = state.memory;
  const before = recall()?.typed ? recall() : null;
  state.memory.keep = () => {
    const typed = edited.changes();
    if (!Object.keys(typed).length) forget();
    else keep({ typed, base: Object.fromEntries(Object.keys(typed).map(name => [name, edited.base[name]])) });
  };
  state.memory.get = () => before && nested(before.typed);
  const both = before ? edited.changedSince(before) : [];
  resume(state, null);
  if (both.length) tellOfOthers({ theirs: both, both });
  showPriority(state);
}

// The page comes with a form that takes nothing: what was typed before it is filled would be lost.
(number ? edit() : register()).finally(() => (form.inert = false));
