/*
 * Fields of a dialog from their description: { name, kind, required, options, max, rows, hint, wide, only }.
 * kind: text (as it is when none is given), area, number, date, check, checks, choice, suggest, rows, note.
 */
import { part } from '../parts.js';
import { named, say, wordOf } from './texts.js';

const [{ h, icon }] = await Promise.all(['core'].map(part));

let count = 0;

/** [[value, text], …] of what a description offers: pairs, values of a kind of words, or a promise of either. */
async function optionsOf({ options, words }) {
  const offered = typeof options === 'function' ? await options() : await options;
  return (offered ?? []).map(each => (Array.isArray(each) ? each : [each, words ? wordOf(words, each) : each]));
}

async function select(spec, id) {
  const control = h('select', { class: 'form-select', id, 'data-sw-name': spec.name });
  const offered = await optionsOf(spec);
  if (!offered.some(([value]) => value === '')) control.append(h('option', { value: '' }, spec.required ? say('registries.choose') : say('registries.none.chosen')));
  control.append(...offered.map(([value, text]) => h('option', { value }, text)));
  const plain = value => (spec.number && value !== '' ? Number(value) : value === '' ? (spec.blank ?? null) : value);
  control.swValue = () => plain(control.value);
  control.swSet = value => {
    const wanted = value === null || value === undefined ? '' : String(value);
    // What is no longer offered is still what is said now.
    if (![...control.options].some(each => each.value === wanted)) control.append(h('option', { value: wanted }, wanted));
    control.value = wanted;
  };
  return control;
}

/** Several of some values, as boxes to tick. */
async function checks(spec, id) {
  const boxes = (await optionsOf(spec)).map(([value, text]) => ({ value, box: h('input', { type: 'checkbox', class: 'form-check-input' }), text }));
  const control = h(
    'div',
    { class: 'reg-checks', id, role: 'group', 'data-sw-name': spec.name },
    boxes.map(({ box, text }) => h('label', { class: 'form-check' }, box, ' ', text)),
  );
  control.swValue = () => boxes.filter(({ box }) => box.checked).map(({ value }) => value);
  control.swSet = values => boxes.forEach(({ value, box }) => (box.checked = (values ?? []).includes(value)));
  control.swFocus = boxes[0]?.box;
  return control;
}

/** Lines that are added, moved and taken away; each has the same few cells. */
export function rows(spec, id) {
  const body = h('div', { class: 'reg-rows' });
  const control = h('div', { id, role: 'group', 'data-sw-name': spec.name });
  const told = () => control.dispatchEvent(new Event('input', { bubbles: true }));

  const cell = ({ name, kind, options, words, max, list }) => {
    const label = named(spec.registry, `${spec.name}.${name}`);
    const shared = { 'aria-label': label, placeholder: label, 'data-cell': name, maxlength: max, list };
    if (kind === 'choice') {
      return h('select', { class: 'form-select', 'aria-label': label, 'data-cell': name }, options.map(value => h('option', { value }, wordOf(words, value))));
    }
    if (kind === 'check') return h('label', { class: 'form-check' }, h('input', { type: 'checkbox', class: 'form-check-input', 'data-cell': name }), ' ', label);
    return h('input', { type: kind === 'date' ? 'date' : 'text', class: 'form-control', autocomplete: 'off', ...shared });
  };

  const add = (values = {}) => {
    const line = h('div', { class: 'reg-row' }, spec.cells.map(each => h('div', { class: `reg-cell reg-cell-${each.kind ?? 'text'}` }, cell(each))));
    for (const each of spec.cells) {
      const input = line.querySelector(`[data-cell="${each.name}"]`);
      const value = values[each.name];
      if (each.kind === 'check') input.checked = value === true;
      else if (each.kind === 'list') input.value = (value ?? []).join(', ');
      else if (value !== undefined) input.value = value ?? '';
    }
    const move = step => {
      const other = step < 0 ? line.previousElementSibling : line.nextElementSibling;
      if (other) step < 0 ? other.before(line) : other.after(line);
      told();
    };
    const button = (name, mark, act) => h('button', { type: 'button', class: 'btn btn-quiet btn-sm', 'aria-label': say(name), title: say(name), onclick: act }, icon(mark));
    line.append(
      h(
        'div',
        { class: 'reg-row-end' },
        spec.ordered && [button('registries.up', 'arrow-up', () => move(-1)), button('registries.down', 'arrow-down', () => move(1))],
        button('registries.row.remove', 'remove', () => {
          const next = line.nextElementSibling ?? line.previousElementSibling;
          line.remove();
          (next?.querySelector('input, select') ?? more).focus();
          told();
        }),
      ),
    );
    body.append(line);
    return line;
  };

  const more = h(
    'button',
    { type: 'button', class: 'btn btn-sm', onclick: () => (add().querySelector('input, select').focus(), told()) },
    icon('plus-lg'),
    ' ',
    spec.more ?? say('registries.row.add'),
  );
  control.append(body, more);
  control.swFocus = more;
  control.swValue = () => {
    const all = [...body.children].map(line =>
      Object.fromEntries(
        spec.cells.map(({ name, kind }) => {
          const input = line.querySelector(`[data-cell="${name}"]`);
          if (kind === 'check') return [name, input.checked];
          if (kind === 'list') return [name, input.value.split(',').map(each => each.trim()).filter(Boolean)];
          return [name, input.value.trim()];
        }),
      ),
    );
    const said = all.filter(line => Object.values(line).some(value => typeof value === 'string' && value));
    return spec.out ? spec.out(said) : said;
  };
  control.swSet = value => {
    body.replaceChildren();
    (spec.in ? spec.in(value) : (value ?? [])).forEach(add);
  };
  return control;
}

const CONTROLS = {
  text: (spec, id) => h('input', { type: 'text', class: 'form-control', id, 'data-sw-name': spec.name, maxlength: spec.max, list: spec.list, autocomplete: 'off', placeholder: spec.placeholder }),
  area: (spec, id) => h('textarea', { class: 'form-control', id, 'data-sw-name': spec.name, maxlength: spec.max, rows: spec.rows ?? 3 }),
  number: (spec, id) => h('input', { type: 'number', class: 'form-control', id, 'data-sw-name': spec.name, min: spec.min, max: spec.most }),
  date: (spec, id) => h('input', { type: 'date', class: 'form-control', id, 'data-sw-name': spec.name }),
  suggest: (spec, id) => h('input', { type: 'text', class: 'form-control', id, 'data-sw-name': spec.name, 'data-sw-suggest': spec.source }),
  suggestMany: (spec, id) => h('div', { id: `${id}-box`, 'data-sw-id': id, 'data-sw-name': spec.name, 'data-sw-suggest': spec.source, 'data-sw-hint': 'SW_ITEMS_HINT' }),
  choice: select,
  checks,
  rows,
};

/** The field of a description, with its label and hint. */
export async function field(spec) {
  const id = `reg-field-${(count += 1)}`;
  const hint = spec.hint && h('p', { class: 'sw-hint', id: `${id}-hint` }, spec.hint);
  const label = spec.label ?? named(spec.registry, spec.name);
  const frame = (...inside) =>
    h('div', { class: `sw-field${spec.wide ?? (['area', 'rows', 'checks', 'suggestMany'].includes(spec.kind) || spec.build) ? ' sw-wide' : ''}`, 'data-sw-required': spec.required, 'data-sw-when': spec.when }, inside);
  if (spec.kind === 'check') {
    const box = h('input', { type: 'checkbox', class: 'form-check-input', id, 'data-sw-name': spec.name });
    return frame(h('label', { class: 'sw-check' }, box, ' ', label), hint);
  }
  const control = spec.build ? spec.build(spec, id) : await CONTROLS[spec.kind ?? 'text'](spec, id);
  if (spec.disabled) control.disabled = true;
  if ('blank' in spec && !control.swValue) control.swValue = () => control.value.trim() || spec.blank;
  if (hint) control.setAttribute('aria-describedby', hint.id);
  const group = control.getAttribute('role') === 'group';
  if (group) control.setAttribute('aria-labelledby', `${id}-label`);
  return frame(h(group ? 'p' : 'label', { class: 'sw-label', for: group ? null : id, id: `${id}-label` }, label), control, hint);
}
