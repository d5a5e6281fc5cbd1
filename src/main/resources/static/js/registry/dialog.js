/*
 * The dialog in which something is made or changed. What is typed stays until it is saved or thrown away on purpose; who
 * has changed the same thing meanwhile is told of, field by field.
 */
import { part } from '../parts.js';
import { field } from './fields.js';
import { say } from './texts.js';

const [{ h, icon, t }, fields, { equip }] = await Promise.all(['core', 'fields', 'suggest'].map(part));

const shown = value => (value === null || value === undefined || value === '' ? say('registries.nothing') : typeof value === 'object' ? JSON.stringify(value) : String(value));

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** A dialog with a title; its content is put into what is given back. */
export function frame(title, { wide } = {}) {
  const id = `reg-title-${Math.random().toString(36).slice(2)}`;
  const body = h('div', { class: 'sw-action-body' });
  const dialog = h(
    'dialog',
    { class: `sw-action-dialog${wide ? ' reg-dialog-wide' : ''}`, 'aria-labelledby': id },
    h(
      'header',
      { class: 'sw-action-head' },
      h('h2', { id }, title),
      h('button', { type: 'button', class: 'btn btn-quiet', 'aria-label': t('SW_CLOSE'), onclick: () => dialog.swLeave() }, icon('remove')),
    ),
    body,
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.swLeave = () => dialog.close();
  dialog.addEventListener('cancel', event => {
    if (event.target !== dialog) return; // a file was not chosen after all
    event.preventDefault();
    dialog.swLeave();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, body };
}

/** Says in a dialog, which hides what stands behind it, why something was refused. */
export function tell(dialog, problem) {
  if (!problem.status) console.error('Slipway:', problem);
  fields.showProblem(dialog.querySelector('form') ?? dialog.querySelector('.sw-action-body'), problem.message);
}

/** Asks once before something is lost. @returns whether to go on */
export function confirmed(title, text, go) {
  return new Promise(done => {
    const { dialog, body } = frame(title);
    let answer = false;
    const yes = h('button', { type: 'button', class: 'btn btn-danger', onclick: () => ((answer = true), dialog.close()) }, go);
    body.append(
      h('p', { class: 'sw-alert sw-alert-loss' }, text),
      h('div', { class: 'sw-action-buttons' }, yes, h('button', { type: 'button', class: 'btn btn-link', onclick: () => dialog.close() }, t('SW_LEAVE_IT'))),
    );
    dialog.addEventListener('close', () => done(answer));
  });
}

/**
 * @param spec title, lead, registry, fields, values (what stands now; none for something new), go (on the button), wide,
 *             readOnly, confirm(answers, standing) → whether to go on, send(answers, standing) → what was made, fetch() → what stands now, done(result), more (buttons)
 */
export async function edit(spec) {
  const { dialog, body } = frame(spec.title, spec);
  const form = h('form', { class: 'sw-form', novalidate: true });
  const described = spec.fields.filter(each => !each.only || each.only === (spec.values ? 'edit' : 'new')).map(each => ({ ...each, registry: spec.registry, disabled: each.fixed && Boolean(spec.values) }));
  body.append(h('p', { class: 'sw-quiet', role: 'status' }, t('SW_LOADING')));
  let standing = spec.values;
  try {
    const built = await Promise.all(described.map(field));
    const go = h('button', { type: 'submit', class: 'btn btn-primary', hidden: spec.readOnly }, spec.go ?? say('registries.save'));
    form.append(
      spec.lead ? h('p', { class: 'sw-lead' }, spec.lead) : '',
      h('fieldset', { class: 'sw-grid', disabled: spec.readOnly }, built),
      h('div', { class: 'sw-action-buttons' }, go, h('button', { type: 'button', class: 'btn btn-link', onclick: () => leave() }, t(spec.readOnly ? 'SW_CLOSE' : 'SW_LEAVE_IT')), [spec.more?.(dialog)].flat(2)),
    );
    equip(form);
    fields.fill(form, { ...spec.preset, ...spec.values });
    fields.refresh(form);
    fields.controls(form).forEach(each => each.swReady?.(form));
    body.replaceChildren(form);
    form.querySelector(spec.readOnly ? '.sw-action-buttons .btn-link' : '.form-control:enabled, .form-select:enabled, [type=checkbox]')?.focus();
    const before = JSON.stringify(fields.read(form, true));
    const typed = () => JSON.stringify(fields.read(form, true)) !== before;

    /** Whoever has typed something is asked, in the dialog itself, whether it may go. */
    const leave = () => {
      if (!typed()) return dialog.close();
      if (form.querySelector('.reg-leave')) return undefined;
      const bar = h(
        'p',
        { class: 'sw-alert sw-alert-warn reg-leave', role: 'alert' },
        say('registries.leave'),
        ' ',
        h('button', { type: 'button', class: 'btn btn-sm btn-danger', onclick: () => dialog.close() }, t('SW_DISCARD')),
        ' ',
        h('button', { type: 'button', class: 'btn btn-sm', onclick: () => bar.remove() }, say('registries.stay')),
      );
      form.querySelector('.sw-action-buttons').before(bar);
      bar.querySelector('.btn:last-child').focus();
      return undefined;
    };
    dialog.swLeave = leave;

    form.addEventListener('input', () => fields.refresh(form));
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const open = fields.missing(form);
      if (open.length) return fields.showProblem(form, t('SW_ANSWERS_MISSING'), open);
      fields.clearProblem(form);
      form.querySelector('.reg-leave')?.remove();
      if (spec.confirm && !(await spec.confirm(fields.read(form), standing))) return undefined;
      go.disabled = true;
      try {
        const result = await spec.send(fields.read(form), standing);
        dialog.close();
        await spec.done?.(result);
      } catch (problem) {
        fields.showProblem(form, problem.message, [...problem.fields ?? []].map(each => ({ ...each, field: each.field?.replace(/\[.*$/, '') })));
        if ((problem.status === 409 || problem.status === 412) && spec.fetch && spec.values) standing = await compare(form, spec, standing);
        if (!problem.status) console.error('Slipway:', problem);
      } finally {
        go.disabled = false;
      }
      return undefined;
    });
  } catch (problem) {
    body.replaceChildren(h('p', { class: 'sw-alert sw-alert-problem', role: 'alert' }, problem.message));
    console.error('Slipway:', problem);
  }
  return dialog;
}

/**
 * Takes over what somebody else has changed meanwhile, unless the person has changed it too: then it is said at the field, to
 * be taken over or overwritten on purpose. @returns what stands now
 */
async function compare(form, spec, seen) {
  const now = await spec.fetch().catch(() => null);
  if (!now) return seen;
  form.querySelectorAll('.reg-meanwhile').forEach(each => each.remove());
  fields.showProblem(form, say('registries.conflict'));
  for (const { name } of spec.fields) {
    const control = fields.control(form, name);
    const of = from => name.split('.').reduce((inner, step) => inner?.[step], from);
    if (!control || same(of(now), of(seen))) continue;
    const untouched = same(fields.valueOf(control), of(seen));
    const note = h('p', { class: 'sw-hint reg-meanwhile' }, say(untouched ? 'registries.taken' : 'registries.meanwhile', shown(of(now))), ' ');
    if (untouched) fields.setValue(control, of(now));
    else note.append(h('button', { type: 'button', class: 'btn btn-sm', onclick: () => (fields.setValue(control, of(now)), note.remove()) }, say('registries.take')));
    control.closest('.sw-field').append(note);
  }
  return now;
}
