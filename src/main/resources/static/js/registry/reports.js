/* Reports that are only read: who may do what, and who went against a rule. Each is also there as CSV, with the same filters. */
import { part } from '../parts.js';
import { List } from './list.js';
import { facts, say, wordOf } from './texts.js';

const { h, icon, list, shortDate } = await part('core');
const OPERATIONS = ['REGISTER', 'CREATE', 'EDIT', 'EXECUTE', 'APPROVE', 'DELEGATE', 'SUSPEND', 'REACTIVATE', 'CANCEL', 'REOPEN', 'START_EARLY', 'PLAN_ACTIVITY', 'MANAGE_CMDB', 'MANAGE_CHANGES', 'MANAGE_MEDIA', 'MANAGE_REGISTRIES', 'MANAGE_RIGHTS', 'MANAGE_RETENTION', 'AUDIT', 'DEPLOY_MODELS', 'MODIFY_INSTANCES', 'ADMINISTER'];
const DAY = 86_400_000;
const PERIODS = [7, 30, 90, 365];

const people = () => list('/api/people?limit=100').then(all => all.map(({ id, name }) => [id, name]));
const who = item => [item.name, item.name !== item.person && h('span', { class: 'sw-quiet' }, ' ', item.person)];

/** Since midnight, so that the address of the page stays the same for a day. */
const since = days => new Date(new Date().setHours(0, 0, 0, 0) - days * DAY).toISOString();

const REPORTS = {
  'rights-report': {
    name: 'rights-report',
    path: '/api/audit/rights',
    search: 'text',
    filters: [{ name: 'operation', words: 'operation', values: OPERATIONS }],
    columns: [
      { name: 'person', wide: true, show: who },
      { name: 'operation', show: item => wordOf('operation', item.operation) },
      { name: 'scope', show: item => (item.scope === '*' ? say('rights-report.everywhere') : item.scope) },
      { name: 'through', wide: true, show: item => item.through.join(', ') || say('rights-report.directly') },
    ],
  },
  overrides: {
    name: 'overrides',
    path: '/api/audit/overrides',
    filters: [
      { name: 'rule', words: 'rule', values: ['EARLY_START', 'REOPENING'] },
      { name: 'person', options: people },
      { name: 'from', options: async () => PERIODS.map(days => [since(days), say('overrides.days', days)]) },
    ],
    columns: [
      { name: 'release', show: item => h('a', { class: 'sw-title-link', href: `/releases/${item.release}` }, item.release) },
      { name: 'at', show: item => h('time', { datetime: item.at }, shortDate(item.at)) },
      { name: 'person', show: who },
      { name: 'rule', show: item => wordOf('rule', item.rule) },
      { name: 'justification', wide: true },
    ],
  },
};

export function begin(box, above) {
  const report = new List(box, REPORTS[facts.registry]);
  const link = h('a', { class: 'btn', href: '#' }, icon('download'), ' ', say('reports.csv'));
  link.addEventListener('click', () => {
    const query = report.query(1);
    query.delete('limit');
    query.set('format', 'csv');
    link.href = `${report.path}?${query}`;
  });
  above.replaceWith(link);
}
