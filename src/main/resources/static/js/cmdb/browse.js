/* Configuration items: a tree of classes beside the list. */
import { part } from '../parts.js';
import { List } from '../registry/list.js';
import { say } from '../registry/texts.js';
import { GROUPS, ITEMS, STATUSES, classes, criticalityMark, inOrder, itemFields, offer, pageOf, statusMark, wordOf } from './kinds.js';

const { h, word } = await part('core');
const tree = document.querySelector('[data-classes]');
const known = await classes().catch(() => []);
const labels = new Map(known.map(({ code, label }) => [code, label]));
offer(known);

const list = new List(
  document.querySelector('[data-list]'),
  {
    name: 'cmdb',
    path: ITEMS,
    search: 'text',
    key: item => item.key,
    label: item => item.name ?? item.key,
    href: item => pageOf(item.key),
    follow: true,
    wide: true,
    filters: [
      { name: 'class', narrow: true, values: inOrder(known).map(each => [each.code, each.label]) },
      { name: 'status', values: STATUSES.map(each => [each, word('ITEM', each)]) },
      { name: 'group', values: GROUPS, words: 'group' },
    ],
    columns: [
      { name: 'name', wide: true, show: item => h('span', {}, item.name, item.name === item.key ? '' : h('span', { class: 'sw-number reg-under' }, item.key)) },
      { name: 'class', show: item => labels.get(item.class) ?? item.class },
      { name: 'status', show: item => statusMark(item.status) },
      { name: 'criticality', show: item => criticalityMark(item.criticality) },
      { name: 'group', show: item => wordOf('group', item.group) },
      { name: 'environment' },
      { name: 'owner' },
      { name: 'version', numeric: true },
    ],
    fields: itemFields(known, true),
    preset: { status: 'ACTIVATED' },
    add: answers => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null)),
  },
  document.querySelector('[data-new]'),
);

// -- the tree: the same filter, with the whole family in view ---------------------------------------------------------

function choose(code) {
  list.ask({ class: code });
  const select = document.querySelector('.sw-filters .reg-narrow');
  select.value = code;
  mark();
}

function mark() {
  for (const link of tree.querySelectorAll('a')) {
    const chosen = link.dataset.code === list.asked.class;
    chosen ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current');
  }
}

const entry = (code, label, depth) =>
  h(
    'li',
    { class: `reg-depth-${Math.min(depth, 5)}` },
    h('a', { class: 'sw-rail-link', href: code ? `/cmdb?class=${encodeURIComponent(code)}` : '/cmdb', 'data-code': code, onclick: event => !(event.ctrlKey || event.metaKey) && (event.preventDefault(), choose(code)) }, label),
  );

tree.append(h('h2', { class: 'reg-side-title' }, say('cmdb.classes')), h('ul', {}, entry('', say('cmdb.classes.all'), 0), inOrder(known).map(each => entry(each.code, each.label, each.depth))));
mark();
document.querySelector('.sw-filters').addEventListener('change', mark);
