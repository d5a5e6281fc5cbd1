/* The simple registries: what each list shows, what its dialog asks, and what taking something away means. */
import { part } from '../parts.js';
import { state, tick } from './list.js';
import { say, wordOf } from './texts.js';

const { h, listAll, listOnce } = await part('core');

const ACTIVITY = { name: 'status', kind: 'choice', required: true, options: ['ACTIVE', 'INACTIVE'], words: 'activity' };
const USES = ['suspension', 'reopening', 'refusal', 'override'];
const named = path => () => listOnce(path).then(all => all.map(each => [each.key, each.name]));
const activeFilter = { name: 'active', words: 'active', values: ['true', 'false'] };

/** A tree in the order in which it is read; each item knows how deep it stands. */
export function tree(items, key, parent) {
  const known = new Set(items.map(key));
  const below = of => items.filter(each => (of === null ? !known.has(parent(each)) : parent(each) === of));
  const walk = (of, depth) => (depth > 20 ? [] : below(of).flatMap(each => [{ ...each, depth }, ...walk(key(each), depth + 1)]));
  return walk(null, 0);
}

const deep = item => (text, more) => h('span', { class: `reg-depth-${Math.min(item.depth ?? 0, 5)} reg-branch` }, text, more ?? '');

const justifications = {
  name: 'justifications',
  path: '/api/justifications',
  whole: true,
  etag: item => item.revision,
  key: item => item.id,
  label: item => item.description,
  filters: [{ name: 'status', words: 'activity', values: ['ACTIVE', 'INACTIVE'] }, { name: 'use', options: async () => USES.map(use => [use.toUpperCase(), say(`justifications.${use}`)]) }],
  columns: [{ name: 'description', wide: true }, ...USES.map(name => ({ name, show: item => tick(item[name]) })), { name: 'status', show: item => state('activity', item.status, 'ACTIVE') }],
  fields: [{ name: 'description', required: true, max: 100, wide: true }, ACTIVITY, { name: 'uses', kind: 'checks', label: say('justifications.use'), options: USES.map(use => [use, say(`justifications.${use}`)]) }],
  preset: { status: 'ACTIVE' },
  read: item => ({ ...item, uses: USES.filter(use => item[use]) }),
  add: answers => justifications.change(answers),
  change: ({ uses, ...answers }) => ({ ...answers, ...Object.fromEntries(USES.map(use => [use, uses.includes(use)])) }),
  remove: { says: 'justifications.remove.says' },
};

const categories = {
  name: 'solution-categories',
  path: '/api/solution-categories',
  whole: true,
  etag: item => item.revision,
  key: item => item.id,
  label: item => item.name,
  filters: [activeFilter],
  arrange: items => tree(items, each => each.name, each => each.parent),
  columns: [{ name: 'name', wide: true, show: item => deep(item)(item.name) }, { name: 'parent' }, { name: 'active', show: item => state('active', String(item.active), 'true') }],
  fields: [
    { name: 'name', required: true, max: 100, fixed: true },
    { name: 'parent', kind: 'choice', options: () => listAll('/api/solution-categories?active=true').then(all => all.map(({ name }) => [name, name])) },
    { name: 'active', kind: 'check', only: 'edit' },
  ],
  method: 'PUT',
  change: ({ parent, active }) => ({ parent, active }),
  remove: { says: 'solution-categories.remove.says' },
};

const situations = {
  name: 'situations',
  path: '/api/release-situations',
  key: item => item.key,
  label: item => item.name,
  columns: [{ name: 'name', wide: true }, { name: 'active', show: item => state('active', String(item.active), 'true') }],
  fields: [{ name: 'name', required: true, max: 60, wide: true }, { name: 'active', kind: 'check', only: 'edit' }],
};

const holidays = {
  name: 'holidays',
  path: '/api/holidays',
  whole: true,
  etag: item => item.revision,
  key: item => item.date,
  label: item => item.name,
  columns: [
    { name: 'date', show: item => new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'full' }).format(new Date(`${item.date}T12:00:00`)) },
    { name: 'name', wide: true },
  ],
  fields: [{ name: 'date', kind: 'date', required: true, fixed: true }, { name: 'name', required: true, max: 100 }],
  // Declaring a day again calls it anew.
  again: true,
  remove: { says: 'holidays.remove.says' },
};

/** What releases name stays; it is taken out of use, never away. */
const places = (name, above) => ({
  name,
  path: `/api/${name}`,
  key: item => item.key,
  label: item => item.name,
  search: 'text',
  whole: true,
  etag: item => item.revision,
  filters: [activeFilter, ...(above ? [{ name: above, options: named(`/api/${above}s`) }] : [])],
  columns: [{ name: 'name', wide: true }, { name: 'key' }, ...(above ? [{ name: above }] : []), { name: 'active', show: item => state('active', String(item.active), 'true') }],
  fields: [
    { name: 'key', required: true, max: 64, fixed: true, hint: say('portfolios.key.hint') },
    { name: 'name', required: true, max: 100 },
    ...(above ? [{ name: above, kind: 'suggest', source: `${above}s` }] : []),
    { name: 'active', kind: 'check', only: 'edit', hint: say('places.active.hint') },
  ],
  change: ({ key, ...answers }) => answers,
});

const classes = {
  name: 'classes',
  path: '/api/item-classes',
  whole: true,
  etag: item => item.revision,
  key: item => item.code,
  label: item => item.label,
  wide: true,
  arrange: items => tree(items, each => each.code, each => each.parent),
  columns: [
    { name: 'name', wide: true, show: item => deep(item)(item.label) },
    { name: 'code' },
    { name: 'attributes', wide: true, show: item => h('span', {}, item.attributes.map(each => each.name).join(', '), inherited(item)) },
  ],
  fields: [
    { name: 'code', required: true, max: 60, fixed: true },
    { name: 'parent', kind: 'choice', blank: '', options: () => listOnce('/api/item-classes').then(all => all.map(each => [each.code, each.label])) },
    ...['en', 'es', 'pt'].map(language => ({ name: `names.${language}`, max: 100 })),
    { name: 'description', kind: 'area', max: 1000, blank: '' },
    {
      name: 'attributes',
      kind: 'rows',
      ordered: true,
      more: say('classes.attributes.add'),
      cells: [
        { name: 'name', max: 100 },
        { name: 'type', kind: 'choice', options: ['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE'], words: 'attribute' },
        { name: 'required', kind: 'check' },
        { name: 'choices', kind: 'list' },
      ],
      out: lines => lines.filter(({ name }) => name).map(line => ({ ...line, choices: line.choices.length ? line.choices : null })),
    },
  ],
  add: answers => ({ ...answers, ...classes.change(answers) }),
  change: ({ code, names, ...answers }) => ({ ...answers, names: Object.fromEntries(Object.entries(names).filter(([, name]) => name)) }),
  remove: { says: 'classes.remove.says' },
};

function inherited(item) {
  const own = new Set(item.attributes.map(({ name }) => name));
  const others = item.all.filter(({ name }) => !own.has(name)).map(({ name }) => name);
  return others.length ? h('span', { class: 'sw-quiet reg-under' }, say('classes.inherited', others.join(', '))) : '';
}

const relationshipTypes = {
  name: 'relationship-types',
  path: '/api/relationship-types',
  key: item => item.code,
  label: item => item.code,
  columns: [
    { name: 'code' },
    { name: 'impactRule', wide: true, show: item => wordOf('impactRule', item.impactRule) },
    { name: 'redundancy' },
    { name: 'level', show: item => wordOf('level', item.level) },
    { name: 'status', show: item => state('activity', item.status, 'ACTIVE') },
  ],
  fields: [
    { name: 'code', required: true, max: 60, fixed: true },
    ACTIVITY,
    { name: 'impactRule', kind: 'choice', required: true, options: ['ANY_LOST', 'TOO_FEW_LEFT', 'NEVER'], words: 'impactRule' },
    { name: 'redundancy', max: 8, when: 'impactRule=TOO_FEW_LEFT', hint: say('relationship-types.redundancy.hint') },
    { name: 'level', kind: 'choice', required: true, options: ['SAME', 'UPPER', 'LOWER'], words: 'level' },
    { name: 'acyclic', kind: 'check' },
    { name: 'description', kind: 'area', max: 1000, blank: '' },
  ],
  preset: { status: 'ACTIVE', impactRule: 'ANY_LOST', level: 'UPPER' },
  change: ({ code, ...answers }) => answers,
};

export const KINDS = {
  justifications,
  'solution-categories': categories,
  situations,
  holidays,
  contracts: places('contracts'),
  units: places('units', 'contract'),
  locations: places('locations', 'unit'),
  classes,
  'relationship-types': relationshipTypes,
};

