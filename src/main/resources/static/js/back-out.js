/* The back-out plan of a release: its steps, and for who plans a way to write them anew, one a line. */
import { part } from './parts.js';

const [{ attempt, call, get, h, t }, { backoutPlan }, { clearProblem, showProblem }] = await Promise.all(['core', 'release-tab', 'fields'].map(part));

/** @param may whether the reader may change it */
export async function backOut(number, may) {
  const path = `/api/releases/${encodeURIComponent(number)}/backout-plan`;
  const box = h('div', {});

  function show(plan) {
    const change = h('button', { type: 'button', class: 'btn btn-sm', onclick: () => edit(plan) }, t('SW_CHANGE_PLAN'));
    box.replaceChildren(backoutPlan(plan), ...(may ? [change] : []));
    return change;
  }

  function edit(plan) {
    const lines = h('textarea', { id: 'back-out-steps', class: 'form-control', rows: 6, 'data-sw-name': 'steps' }, plan.steps.map(each => each.description).join('\n'));
    const save = h('button', { type: 'submit', class: 'btn btn-primary' }, t('SW_SAVE'));
    const key = { 'Idempotency-Key': attempt() };
    const form = h(
      'form',
      { novalidate: true },
      h('div', { class: 'sw-field' }, h('label', { for: lines.id }, t('SW_BACKOUT_PLAN')), lines, h('p', { class: 'sw-hint' }, t('SW_BACKOUT_PLAN_HINT'))),
      h('div', { class: 'sw-action-buttons' }, save, h('button', { type: 'button', class: 'btn btn-link', onclick: () => show(plan).focus() }, t('SW_LEAVE_IT'))),
    );
    form.addEventListener('submit', async event => {
      event.preventDefault();
      clearProblem(form);
      save.disabled = true;
      try {
        const steps = lines.value.split('\n').map(line => line.trim()).filter(Boolean);
        await call('PUT', path, { steps }, key);
        show(await get(path)).focus();
      } catch (problem) {
        if (problem.status > 0) key['Idempotency-Key'] = attempt();
        showProblem(form, problem.message, problem.fields);
        save.disabled = false;
      }
    });
    box.replaceChildren(form);
    lines.focus();
  }

  show(await get(path));
  return box;
}
