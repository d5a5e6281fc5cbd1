/* What the pages of configuration items share: words, marks, addresses, and the fields of an item. */
import { part } from '../parts.js';
import { say, wordOf } from '../registry/texts.js';

const { get, h, icon, list, listOnce, word } = await part('core');

export const ITEMS = '/api/configuration-items';
export const STATUSES = ['ACTIVATED', 'DEACTIVATED', 'IN_MAINTENANCE', 'DEPLOYMENT', 'HOMOLOGATION', 'IN_DEVELOPMENT', 'ARCHIVED', 'VALIDATE_ITEM', 'DESTROYED'];
export const GROUPS = ['DEVELOPMENT', 'DEVELOPMENT_STANDARD', 'HOMOLOGATION', 'HOMOLOGATION_STANDARD', 'PRODUCTION', 'PRODUCTION_STANDARD', 'INVENTORY'];
export const CRITICALITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];

const ICONS = {
  ACTIVATED: 'check-circle-fill',
  DEACTIVATED: 'dash-circle',
  IN_MAINTENANCE: 'wrench',
  DEPLOYMENT: 'play-fill',
  HOMOLOGATION: 'clipboard-check',
  IN_DEVELOPMENT: 'code-slash',
  ARCHIVED: 'archive',
  VALIDATE_ITEM: 'question-circle',
  DESTROYED: 'x-octagon',
};

/** Two pages stand where the item of such a key would. */
const TAKEN = ['imports', 'baselines'];

export const pageOf = key => (TAKEN.includes(key) ? `/cmdb?key=${key}` : `/cmdb/${key.split('/').map(encodeURIComponent).join('/')}`);
export const pathOf = key => `${ITEMS}/${encodeURIComponent(key)}`;

export const statusMark = value => value && h('span', { class: `sw-status reg-item-${value}` }, icon(ICONS[value]), ' ', word('ITEM', value));
export const criticalityMark = value => value && h('span', { class: `sw-badge reg-criticality-${value}` }, word('CRITICALITY', value));

/** All classes; few enough to be read at once. */
export async function classes() {
  const all = [];
  let after = '';
  do {
    const page = await get(`/api/item-classes?limit=200${after && `&after=${encodeURIComponent(after)}`}`);
    all.push(...page.items);
    after = page.next ?? '';
  } while (after);
  return all;
}

/** Classes as a tree in the order in which it is read: [{ ...class, depth }]. */
export function inOrder(all) {
  const known = new Set(all.map(({ code }) => code));
  const below = parent => all.filter(each => (parent ? each.parent === parent : !each.parent || !known.has(each.parent))).sort((one, other) => one.label.localeCompare(other.label));
  const walk = (parent, depth) => (depth > 20 ? [] : below(parent).flatMap(each => [{ ...each, depth }, ...walk(each.code, depth + 1)]));
  return walk(null, 0);
}

export const indented = ({ label, depth }) => `${'\u2003'.repeat(depth)}${label}`;

const types = () => listOnce('/api/relationship-types');

/** @param known all classes, for what each of them asks of its items */
export function itemFields(known, fresh) {
  return [
    { name: 'key', required: true, max: 200, only: 'new', hint: say('cmdb.key.hint') },
    { name: 'name', required: true, max: 200 },
    { name: 'class', kind: 'choice', required: true, options: inOrder(known).map(each => [each.code, indented(each)]) },
    { name: 'status', kind: 'choice', required: true, options: STATUSES.map(each => [each, word('ITEM', each)]) },
    { name: 'group', kind: 'choice', options: GROUPS, words: 'group' },
    { name: 'criticality', kind: 'choice', options: CRITICALITIES.map(each => [each, word('CRITICALITY', each)]) },
    { name: 'owner', max: 200 },
    { name: 'environment', max: 60 },
    { name: 'site', max: 60 },
    { name: 'productVersion', max: 60 },
    { name: 'endDate', kind: 'date' },
    { name: 'description', kind: 'area', max: 4000 },
    {
      name: 'attributes',
      kind: 'rows',
      cells: [{ name: 'name', max: 100, list: 'reg-attributes' }, { name: 'value', max: 500 }],
      more: say('cmdb.attributes.add'),
      in: value => Object.entries(value ?? {}).map(([name, each]) => ({ name, value: each })),
      out: lines => Object.fromEntries(lines.filter(({ name }) => name).map(({ name, value }) => [name, value])),
    },
    {
      name: 'redundancy',
      kind: 'rows',
      hint: say('cmdb.redundancy.hint'),
      cells: [{ name: 'type', max: 60, list: 'reg-types' }, { name: 'least', max: 8 }],
      more: say('cmdb.redundancy.add'),
      in: value => Object.entries(value ?? {}).map(([type, least]) => ({ type, least })),
      out: lines => Object.fromEntries(lines.filter(({ type }) => type).map(({ type, least }) => [type, least])),
    },
    { name: 'change', kind: 'suggest', source: 'changes', max: 40, hint: say('cmdb.change.hint') },
  ].filter(each => fresh || each.name !== 'key');
}

/** Offers the attributes that the classes name, and the types that there are, where they are typed. */
export async function offer(known) {
  const put = (id, values) => {
    document.getElementById(id)?.remove();
    document.body.append(h('datalist', { id }, values.map(value => h('option', { value }))));
  };
  put('reg-attributes', [...new Set(known.flatMap(each => each.all.map(({ name }) => name)))].sort());
  put('reg-types', (await types().catch(() => [])).map(({ code }) => code));
}

/** A merge patch has to say null of what is gone from a map. */
export function patched(answers, before) {
  const change = { ...answers };
  for (const name of ['attributes', 'redundancy']) {
    const gone = Object.keys(before?.[name] ?? {}).filter(each => !(each in (answers[name] ?? {})));
    change[name] = { ...answers[name], ...Object.fromEntries(gone.map(each => [each, null])) };
  }
  if (!change.change) delete change.change;
  return change;
}

export { get, list, wordOf };
