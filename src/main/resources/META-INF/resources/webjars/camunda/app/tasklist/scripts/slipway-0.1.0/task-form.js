/* The form of a user task: facts first, then the answers, saved as a draft or sent as the completion. */
import { attachments } from './attachments.js';
import { checklists } from './checklists.js';
import { call, get, h, listAll, t, taskAndRelease, toDay, toLocal } from './core.js';
import { facts } from './facts.js';
import { clearProblem, control, fill, read, setValue, valueOf } from './fields.js';
import { note, prepare, resume } from './form.js';

/** "Save and keep current task" stands beside Camunda's own button, in place of its browser-only Save. */
function keepButton(state, $scope, keep) {
  const actions = state.form.closest('[cam-tasklist-form]')?.querySelector('.form-actions');
  if (!actions) return;
  const button = h('button', { type: 'button', class: 'btn btn-default sw-keep' }, t('SW_SAVE_AND_KEEP'));
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await keep();
      state.settle();
      state.memory.forget();
      clearProblem(state.form);
      note(state, t('SW_DRAFT_SAVED'));
    } catch (problem) {
      state.showRefusal(problem);
    } finally {
      button.disabled = false;
    }
  });
  const claim = h('p', { class: 'sw-note', role: 'status', hidden: true }, t('SW_CLAIM_FIRST'));
  state.answers.before(claim);
  actions.querySelector('.sw-keep')?.remove();
  actions.prepend(button);
  actions.classList.add('sw-actions');
  $scope.$watch('options.disableCompleteButton', locked => {
    button.disabled = Boolean(locked);
    state.answers.disabled = Boolean(locked);
    claim.hidden = !locked;
  });
  $scope.$applyAsync(); // so that the watch looks now, not with the next event
  $scope.$on('$destroy', () => button.remove());
}

/** Selects that offer justifications say by data-sw-justifications what they are used for. */
async function offerJustifications(scope) {
  for (const select of scope.querySelectorAll('[data-sw-justifications]')) {
    const query = new URLSearchParams({ use: select.dataset.swJustifications, status: 'ACTIVE' });
    const found = await listAll(`/api/justifications?${query}`).catch(() => []);
    select.append(...found.map(each => h('option', { value: each.id ?? each.description }, each.description)));
  }
}

/** What is already in a registry, to pick from while typing. */
async function offerOptions(scope) {
  for (const datalist of scope.querySelectorAll('[data-sw-options]')) {
    const found = await listAll(datalist.dataset.swOptions).catch(() => []);
    datalist.append(...found.map(each => h('option', { value: each.name })));
  }
}

/** The activity or the back-out step that a task is about; the engine keeps its id beside the task. */
async function workOf(camForm, task) {
  const name = { carryOutActivity: 'activityId', carryOutBackoutStep: 'backoutStep' }[task.definitionKey];
  if (!name) return null;
  const variables = await new Promise((done, failed) =>
    camForm.client
      .resource('task')
      .formVariables({ id: task.id, names: [name], deserializeValues: false }, (problem, found) => (problem ? failed(problem) : done(found))),
  );
  const id = variables[name]?.value;
  const path = `/api/releases/${encodeURIComponent(task.release)}`;
  if (name === 'activityId') return get(`${path}/activities/${encodeURIComponent(id)}`);
  const { steps } = await get(`${path}/backout-plan`);
  const step = steps.find(each => each.id === id);
  return step && { title: step.description, place: t('SW_STEP_OF', { position: step.position, of: steps.length }) };
}

function assignment(work) {
  if (!work) return [];
  const quiet = work.place ?? t('SW_ESTIMATE', { minutes: work.estimatedMinutes });
  return [h('section', { class: 'sw-assignment' }, h('h4', {}, work.title), h('p', { class: 'sw-quiet' }, quiet), work.description && h('p', {}, work.description))];
}

/**
 * Fields of the release itself (named release.…) are offered with what stands there now, to those who may do what their
 * block names: data-sw-edit="EDIT".
 */
async function offerEditing(form, release) {
  for (const block of form.querySelectorAll('[data-sw-edit]')) {
    block.hidden = !release.actions?.includes(block.dataset.swEdit);
    if (block.hidden) continue;
    if (control(block, 'release.backoutPlan')) release.backoutPlan = await backoutPlan(release.number);
    fill(block, { release });
  }
}

async function backoutPlan(number) {
  const { steps } = await get(`/api/releases/${encodeURIComponent(number)}/backout-plan`);
  return steps.map(each => each.description);
}

/** Whether a window or a level is the same, to the minute, as the fields show it. */
function same(one, other) {
  if (typeof one !== 'object' || one === null) return one === other;
  return toLocal(one.start) === toLocal(other?.start) && toLocal(one.end) === toLocal(other?.end);
}

/** Sends what was changed of the release itself; refused when somebody else has changed the same meanwhile. */
async function saveEdits(record, { backoutPlan: steps, ...edits } = {}) {
  if (!record) return null;
  const path = `/api/releases/${encodeURIComponent(record.number)}`;
  if (steps !== undefined && JSON.stringify(steps ?? []) !== JSON.stringify(record.backoutPlan)) {
    await call('PUT', `${path}/backout-plan`, { steps: steps ?? [] });
    record.backoutPlan = steps ?? [];
  }
  const changed = Object.entries(edits).filter(([name, value]) => !same(value, record[name]));
  if (!changed.length) return null;
  // Capturing the task has moved the record on since it was shown; that alone is no conflict.
  const now = await get(path);
  const untouched = changed.every(([name]) => same(now[name], record[name]));
  const { revision } = untouched ? now : record;
  const revised = await call('PATCH', path, Object.fromEntries(changed), { 'If-Match': `"${revision}"` });
  return { ...revised, backoutPlan: record.backoutPlan };
}

/** Equips the form of a user task. */
export function taskForm(camForm, $scope) {
  const path = `/api/tasks/${encodeURIComponent(camForm.taskId)}`;
  let record = null;
  const save = edits => saveEdits(record, edits).then(revised => (record = revised ?? record));
  const state = prepare(camForm, $scope, async ({ release: edits, ...answers }, headers) => {
    await save(edits);
    return call('POST', `${path}/completion`, answers, headers);
  });
  const panel = state.form.querySelector('[data-sw-facts]');
  panel.append(h('p', { class: 'sw-quiet' }, t('SW_LOADING')));

  state.shown.then(async () => {
    keepButton(state, $scope, async () => {
      const { release: edits } = read(state.form);
      const { release, ...answers } = read(state.form, true);
      await save(edits);
      await call('PUT', `${path}/draft`, answers);
    });
    state.form.querySelectorAll('[data-sw-today]').forEach(each => valueOf(each) ?? setValue(each, toDay()));
    try {
      const [{ task, release, draft }] = await Promise.all([taskAndRelease(camForm.taskId), offerJustifications(state.form), offerOptions(state.form)]);
      record = release;
      await offerEditing(state.form, release);
      const work = await workOf(camForm, task).catch(() => null);
      panel.replaceChildren(...facts(release, task, { reaches: panel.dataset.swImpact !== undefined }), ...assignment(work));
      resume(state, draft);
      state.form.querySelector('[data-sw-attachments]')?.append(attachments(release.number, release.actions.includes('DOCUMENT')));
      state.form.querySelector('[data-sw-checklists]')?.append(checklists(release));
    } catch (problem) {
      panel.replaceChildren(h('p', { class: 'sw-quiet' }, t('SW_FACTS_MISSING'), ' ', problem.message));
      resume(state, null);
    }
  });
}
