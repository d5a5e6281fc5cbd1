/*
 * The fields of a form or dialog: reading and filling them, what must be answered, and refusals shown at the field.
 *
 * Markup it understands, on the wrapper .sw-field:
 *   data-sw-when="outcome=SOLVED"            shown (and sent) only while another answer has this value (a|b: either)
 *   data-sw-required                         must be answered; with ="outcome=NOT_SOLVED" only then
 * and around fields that are sent by themselves: data-sw-apart
 * and on the control, named by cam-variable-name (task forms) or data-sw-name (dotted path):
 *   data-sw-choice                           a select shown as buttons; an option's data-sw-says tells what will happen
 */
import { h, t, toInstant, toLocal } from './core.js';

const CONTROL = '[cam-variable-name], [data-sw-name]';

export function nameOf(control) {
  return control.getAttribute('cam-variable-name') ?? control.dataset.swName;
}

/** What belongs to the scope itself, not to a form of its own inside it. */
function own(scope, selector) {
  const home = scope.closest('[data-sw-apart]');
  return [...scope.querySelectorAll(selector)].filter(each => each.closest('[data-sw-apart]') === home);
}

export function controls(scope) {
  return own(scope, CONTROL);
}

export function control(scope, name) {
  return controls(scope).find(each => nameOf(each) === name);
}

/** What the control holds, as the REST API wants it: null when nothing was answered. */
export function valueOf(control) {
  if (control.swValue) return control.swValue();
  if (control.type === 'checkbox') return control.checked;
  const typed = control.value.trim();
  if (typed === '' || typed.startsWith('?')) return null;
  if (control.type === 'datetime-local') return toInstant(typed);
  if (control.dataset.swLines !== undefined) return typed.split('\n').map(line => line.trim()).filter(Boolean);
  if (control.type === 'number') return Number(typed);
  if (control.getAttribute('cam-variable-type') === 'Boolean') return typed === 'true';
  return typed;
}

/** Puts a value into the control and tells everyone who listens, AngularJS included. */
export function setValue(control, value) {
  if (control.swSet) control.swSet(value);
  else if (control.type === 'checkbox') control.checked = value === true;
  else if (control.type === 'datetime-local') control.value = toLocal(value);
  else if (control.dataset.swLines !== undefined) control.value = (value ?? []).join('\n');
  else control.value = value ?? '';
  if (control.tagName === 'SELECT' || control.type === 'checkbox') control.dispatchEvent(new Event('change', { bubbles: true }));
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

/** "outcome=SOLVED|NOT_SOLVED" against the answers given so far. An empty condition always holds, and so does "always". */
function holds(scope, condition) {
  if (!condition || condition === 'always') return true;
  const [name, wanted] = condition.split('=');
  const asked = control(scope, name);
  return Boolean(asked) && wanted.split('|').includes(String(valueOf(asked)));
}

function fieldOf(control) {
  return control.closest('.sw-field');
}

/** Shows what the present answers ask for, and marks what must be answered. */
export function refresh(scope) {
  for (const field of own(scope, '[data-sw-when]')) field.hidden = !holds(scope, field.dataset.swWhen);
  for (const field of own(scope, '[data-sw-required]')) {
    const required = holds(scope, field.dataset.swRequired);
    field.classList.toggle('sw-is-required', required);
    field.querySelectorAll(CONTROL).forEach(each => (each.tagName === 'DIV' ? focusable(each) : each).setAttribute('aria-required', required));
  }
}

/** All answers, dotted names as nested objects. Hidden fields are left out unless everything is asked for. */
export function read(scope, everything = false) {
  const answers = {};
  for (const each of controls(scope)) {
    if (!everything && each.closest('[hidden]')) continue;
    const steps = nameOf(each).split('.');
    const last = steps.pop();
    const target = steps.reduce((inner, step) => (inner[step] ??= {}), answers);
    target[last] = valueOf(each);
  }
  return answers;
}

export function fill(scope, answers) {
  for (const each of controls(scope)) {
    const value = nameOf(each)
      .split('.')
      .reduce((inner, step) => inner?.[step], answers);
    if (value !== undefined) setValue(each, value);
  }
  refresh(scope);
}

function isEmpty(value) {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** The required fields that are still empty, as the server would name them. */
export function missing(scope) {
  return own(scope, '.sw-field.sw-is-required:not([hidden])')
    .filter(field => !field.closest('[hidden]'))
    .flatMap(field => [...field.querySelectorAll(CONTROL)])
    .filter(each => isEmpty(valueOf(each)))
    .map(each => ({ field: nameOf(each), message: t('SW_REQUIRED') }));
}

/** What a person can put the cursor into for this control. */
function focusable(control) {
  return control.swFocus ?? control;
}

export function clearProblem(scope) {
  own(scope, '.sw-field > .sw-error').forEach(each => each.remove());
  own(scope, '.sw-has-error').forEach(each => each.classList.remove('sw-has-error'));
  own(scope, '[aria-invalid]').forEach(each => each.removeAttribute('aria-invalid'));
  scope.querySelectorAll(':scope > .sw-alert').forEach(each => each.remove());
}

/** Shows a refusal above and, where the server named a field, at the field; the first one gets the cursor. */
export function showProblem(scope, message, fields = [], more = []) {
  clearProblem(scope);
  const unknown = [];
  let first = null;
  for (const { field: named, message: text } of fields) {
    const name = named?.replace(/\[\d+\]$/, ''); // changes[0]: the field holds the whole list
    const at = name && (control(scope, name) ?? control(scope, `release.${name}`));
    const field = at && fieldOf(at);
    if (!field || field.closest('[hidden]')) {
      if (text !== message) unknown.push(text);
      continue;
    }
    const target = focusable(at);
    const id = `sw-error-${name.replace(/\W/g, '-')}`;
    field.classList.add('sw-has-error');
    field.append(h('p', { class: 'sw-error', id }, text));
    target.setAttribute('aria-invalid', 'true');
    target.setAttribute('aria-describedby', id);
    first ??= target;
  }
  const alert = h('div', { class: 'sw-alert sw-alert-problem', role: 'alert' }, h('p', {}, message), unknown.map(text => h('p', {}, text)), more);
  scope.prepend(alert);
  alert.scrollIntoView({ block: 'nearest' });
  if (first) {
    first.scrollIntoView({ block: 'center' });
    first.focus({ preventScroll: true });
  }
}

/** Turns each select marked data-sw-choice into a row of buttons that say what choosing them will do. */
export function showChoices(scope) {
  own(scope, 'select[data-sw-choice]').forEach((select, index) => {
    const says = h('p', { class: 'sw-says', 'aria-live': 'polite' });
    const options = [...select.options].filter(option => option.value && !option.value.startsWith('?'));
    const radios = options.map(option => {
      const value = option.value.replace(/^string:|^boolean:/, '');
      const radio = h('input', { type: 'radio', name: `sw-choice-${index}-${nameOf(select)}`, value });
      radio.addEventListener('change', () => setValue(select, option.value));
      return { radio, option, label: h('label', { class: 'sw-choice' }, radio, h('span', {}, option.textContent.trim())) };
    });
    const title = fieldOf(select).querySelector('label');
    title.removeAttribute('for');
    title.id = `${select.id}-label`;
    const group = h('div', { class: 'sw-choices', role: 'radiogroup', 'aria-labelledby': title.id }, radios.map(each => each.label));
    const show = () => {
      const chosen = radios.find(each => each.option.value === select.value);
      radios.forEach(each => (each.radio.checked = each === chosen));
      says.textContent = chosen?.option.dataset.swSays ? t(chosen.option.dataset.swSays) : '';
    };
    select.addEventListener('change', show);
    select.classList.add('sw-replaced');
    select.tabIndex = -1;
    select.setAttribute('aria-hidden', 'true');
    select.swFocus = radios[0]?.radio;
    select.after(group, says);
    show();
  });
}
