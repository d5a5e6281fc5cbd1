/* The form of a user task: facts first, then the answers, saved as a draft or sent as the completion. */
import { attachments } from './attachments.js';
import { call, get, h, list, t, toDay, toLocal } from './core.js';
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
  $scope.$on('$destroy', () => button.remove());
}

/** Selects that offer justifications say by data-sw-justifications what they are used for. */
async function offerJustifications(scope) {
  for (const select of scope.querySelectorAll('[data-sw-justifications]')) {
    const query = new URLSearchParams({ use: select.dataset.swJustifications, status: 'ACTIVE', limit: 100 });
    const found = await list(`/api/justifications?${query}`).catch(() => []);
    select.append(...found.map(each => h('option', { value: each.id ?? each.description }, each.description)));
  }
}

/** What is already in a registry, to pick from while typing. */
async function offerOptions(scope) {
  for (const datalist of scope.querySelectorAll('[data-sw-options]')) {
    const found = await list(datalist.dataset.swOptions).catch(() => []);
    datalist.append(...found.map(value => h('option', { value })));
  }
}

/** What an activity or a back-out step asks for, when the task carries it. */
function assignment(task) {
  const work = task.activity ?? task.backoutStep;
  if (!work) return null;
  const title = work.title ?? work.text ?? work.description;
  const place = work.position && work.of ? t('SW_STEP_OF', { position: work.position, of: work.of }) : null;
  const estimate = work.estimatedMinutes && t('SW_ESTIMATE', { minutes: work.estimatedMinutes });
  const quiet = [place, estimate].filter(Boolean).join(' · ');
  const text = work.description && work.description !== title ? work.description : null;
  return h('section', { class: 'sw-assignment' }, h('h4', {}, title ?? task.name), quiet && h('p', { class: 'sw-quiet' }, quiet), text && h('p', {}, text));
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

/** Sends what was changed of the release itself; refused when somebody else has changed it meanwhile. */
async function saveEdits(record, { backoutPlan: steps, ...edits } = {}) {
  if (!record) return null;
  const path = `/api/releases/${encodeURIComponent(record.number)}`;
  if (steps !== undefined && JSON.stringify(steps ?? []) !== JSON.stringify(record.backoutPlan)) {
    await call('PUT', `${path}/backout-plan`, { steps: steps ?? [] });
    record.backoutPlan = steps ?? [];
  }
  const same = (one, other) => toLocal(one) === toLocal(other); // to the minute, as the fields show it
  const changed = Object.entries(edits).filter(([name, value]) =>
    typeof value === 'object' && value !== null ? !same(value.start, record[name]?.start) || !same(value.end, record[name]?.end) : value !== record[name],
  );
  if (!changed.length) return null;
  const revised = await call('PATCH', path, Object.fromEntries(changed), { 'If-Match': `"${record.revision}"` });
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
      const [{ task, release, draft }] = await Promise.all([get(path), offerJustifications(state.form), offerOptions(state.form)]);
      record = release;
      await offerEditing(state.form, release);
      panel.replaceChildren(...facts(release, task), ...[assignment(task)].filter(Boolean));
      resume(state, draft?.answers ?? draft);
      state.form.querySelector('[data-sw-attachments]')?.append(attachments(release.number));
    } catch (problem) {
      panel.replaceChildren(h('p', { class: 'sw-quiet' }, t('SW_FACTS_MISSING'), ' ', problem.message));
      resume(state, null);
    }
  });
}
