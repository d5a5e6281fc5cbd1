/*
 * Typing with suggestions. On an input (data-sw-suggest="people") the chosen value replaces what was typed; where people
 * know a thing by its name ("groups"), the input shows the name and holds the key; on a div (data-sw-suggest="changes")
 * several values are collected as removable chips. Whatever is typed stays allowed: the server decides whether it exists.
 */
import { h, icon, list, listAll, listOnce, t } from './core.js';
import { control, valueOf } from './fields.js';

const numbered = kind => ({ path: `/api/${kind}`, value: item => item.number, label: item => item.title });

/** Registries of which there are few: fetched when they are asked for first, and searched here. */
function whole(fetched) {
  let asked = null;
  const find = async text => {
    asked ??= fetched();
    asked.catch(() => (asked = null));
    const wanted = text.toLowerCase();
    return (await asked).filter(each => `${each.key} ${each.name}`.toLowerCase().includes(wanted));
  };
  return { find, value: item => item.key, label: item => item.name };
}

const keyed = kind => ({ path: `/api/${kind}`, value: item => item.key, label: item => item.name });

/** Models have them as text: each once, known by itself. */
async function categories() {
  const named = (await listAll('/api/models')).map(({ category }) => category).filter(Boolean);
  return [...new Set(named)].sort().map(key => ({ key, name: '' }));
}

const SOURCES = {
  // Where the key itself is what is written, as in a filter.
  'unit-keys': keyed('units'),
  'location-keys': keyed('locations'),
  'contract-keys': keyed('contracts'),
  portfolios: whole(() => listAll('/api/portfolios')),
  models: whole(() => listAll('/api/models')),
  categories: whole(categories),
  people: { path: '/api/people', value: item => item.id, label: item => item.name },
  changes: numbered('changes'),
  problems: numbered('problems'),
  tickets: numbered('tickets'),
  knowledge: numbered('knowledge'),
  purchases: numbered('purchases'),
  projects: numbered('projects'),
  media: { path: '/api/media', value: item => item.key, label: item => [item.name, item.version].filter(Boolean).join(' ') },
  'configuration-items': { path: '/api/configuration-items', value: item => item.key, label: item => item.name },
};

const byKey = (kind, asks) => ({ path: `/api/${kind}`, value: item => item.key ?? item.id, label: item => item.name, named: true, asks });

/** Of the form around it: what else it says narrows what is offered. */
const said = (input, name) => {
  const other = control(input.closest('form'), name);
  return other ? valueOf(other) : null;
};

Object.assign(SOURCES, {
  groups: byKey('groups'),
  contracts: byKey('contracts', () => ({ active: true })),
  units: byKey('units', input => ({ forContract: said(input, 'contract') })),
  locations: byKey('locations', input => ({ forUnit: said(input, 'contact.unit') })),
});

/** Equips an input with a list of suggestions; calls picked(item | typed text) on a choice. */
function combobox(input, source, picked) {
  const id = `sw-list-${Math.random().toString(36).slice(2)}`;
  const options = h('ul', { class: 'sw-suggestions', role: 'listbox', id, hidden: true });
  let items = [];
  let active = -1;
  let timer;
  let round = 0;

  const close = () => {
    clearTimeout(timer); // what was still to be asked would open the list again
    round += 1;
    options.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = item => {
    close();
    picked(item);
  };
  const mark = index => {
    active = (index + items.length) % items.length;
    [...options.children].forEach((option, at) => option.setAttribute('aria-selected', at === active));
    input.setAttribute('aria-activedescendant', `${id}-${active}`);
    options.children[active].scrollIntoView({ block: 'nearest' });
  };
  const show = async () => {
    const mine = (round += 1);
    const asks = Object.entries(source.asks?.(input) ?? {}).filter(([, value]) => value !== null);
    // The name of what is chosen already is not what somebody looks for.
    const text = input.swChosen?.() ? '' : input.value.trim();
    const query = new URLSearchParams([['text', text], ['limit', 8], ...asks]);
    const found = await (source.find ? source.find(text) : list(`${source.path}?${query}`)).catch(() => []);
    if (mine !== round) return; // a later key or the way out of the field made this answer void
    items = found.slice(0, 8);
    active = -1;
    options.replaceChildren(
      ...items.map((item, index) =>
        h(
          'li',
          // mousedown: a click would come after the input has lost the cursor and closed the list
          { role: 'option', id: `${id}-${index}`, 'aria-selected': 'false', onmousedown: event => (event.preventDefault(), choose(item)) },
          source.named ? [source.label(item), ' ', h('span', { class: 'sw-quiet' }, source.value(item))] : [h('span', { class: 'sw-code' }, source.value(item)), ' ', source.label(item) ?? ''],
        ),
      ),
    );
    options.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(!options.hidden));
  };

  /** Somebody who types a name or key to its end has chosen it, however quick he was. */
  const meant = async () => {
    const typed = input.value.trim();
    if (!typed || input.swChosen()) return;
    const same = each => each?.toLocaleLowerCase() === typed.toLocaleLowerCase();
    const found = await list(`${source.path}?${new URLSearchParams({ text: typed, limit: 100 })}`).catch(() => []);
    const item = found.find(each => same(source.label(each)) || same(source.value(each)));
    if (item && input.value.trim() === typed && !input.swChosen()) picked(item);
  };

  Object.entries({ role: 'combobox', autocomplete: 'off', 'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list' })
    .forEach(([name, value]) => input.setAttribute(name, value));
  input.after(options);
  input.addEventListener('input', event => {
    if (!event.isTrusted) return; // filled by us, not typed
    clearTimeout(timer);
    timer = setTimeout(show, 200);
  });
  input.addEventListener('focus', () => (input.value === '' || input.swChosen?.()) && show());
  input.addEventListener('blur', () => {
    if (source.named) meant();
    close();
  });
  input.addEventListener('keydown', event => {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && !options.hidden) mark(active === -1 && moves[event.key] < 0 ? items.length - 1 : active + moves[event.key]);
    else if (event.key === 'Escape' && !options.hidden) close();
    else if (event.key === 'Enter' && !event.ctrlKey) active >= 0 ? choose(items[active]) : choose(input.value.trim());
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function single(input, source) {
  combobox(input, source, item => {
    if (typeof item === 'string') {
      input.dispatchEvent(new CustomEvent('sw-entered'));
      return;
    }
    if (source.named) input.swChoose(source.value(item), source.label(item));
    else input.value = source.value(item);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new CustomEvent('sw-picked', { detail: item, bubbles: true }));
  });
}

/** Shows the name of what is chosen; what it holds is the key, or whatever was typed in its place. */
function byName(input, source) {
  let key = null;
  let name = '';
  input.swChosen = () => key !== null && input.value.trim() === name;
  input.swChoose = (newKey, newName) => {
    key = newKey;
    name = newName.trim();
    input.value = name;
  };
  input.swValue = () => (input.swChosen() ? key : input.value.trim() || null);
  input.swSet = value => {
    if (!value) {
      key = null;
      input.value = '';
      return;
    }
    input.swChoose(value, value);
    listOnce(`${source.path}?${new URLSearchParams({ text: value, limit: 100 })}`, list)
      .then(found => found.find(item => source.value(item) === value))
      .then(item => item && key === value && input.swChosen() && input.swChoose(value, source.label(item)))
      .catch(() => {}); // the key tells as much
  };
  input.addEventListener('focus', () => input.swChosen() && input.select());
}

function many(box, source) {
  const chosen = new Map();
  const chips = h('ul', { class: 'sw-chips' });
  const input = h('input', { type: 'text', class: 'form-control', id: box.dataset.swId, placeholder: t(box.dataset.swHint) });
  const changed = () => {
    chips.replaceChildren(
      ...[...chosen].map(([value, label]) =>
        h(
          'li',
          { class: 'sw-chip' },
          h('span', { class: 'sw-code' }, value),
          label && h('span', {}, label),
          h('button', { type: 'button', class: 'sw-chip-remove', 'aria-label': t('SW_REMOVE', { name: value }), onclick: () => (chosen.delete(value), changed()) }, icon('remove')),
        ),
      ),
    );
    box.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const add = (value, label) => {
    if (value) chosen.set(value, label);
    input.value = '';
    changed();
  };
  // Chosen ones stand above: below, the list of suggestions would cover them.
  box.append(chips, h('div', { class: 'sw-suggest' }, input));
  combobox(input, source, item => (typeof item === 'string' ? add(item) : add(source.value(item), source.label(item))));
  // Something typed and left there counts: nothing typed is lost.
  input.addEventListener('blur', () => input.value.trim() && add(input.value.trim()));
  box.swFocus = input;
  box.swValue = () => [...chosen.keys(), ...(input.value.trim() ? [input.value.trim()] : [])];
  box.swSet = values => {
    chosen.clear();
    (values ?? []).forEach(value => chosen.set(value));
    changed();
  };
}

export function equip(scope) {
  for (const element of scope.querySelectorAll('[data-sw-suggest]')) {
    const source = SOURCES[element.dataset.swSuggest];
    if (element.tagName === 'INPUT') {
      const frame = h('div', { class: 'sw-suggest' });
      element.replaceWith(frame);
      frame.append(element);
      if (source.named) byName(element, source);
      single(element, source);
    } else {
      many(element, source);
    }
  }
}
