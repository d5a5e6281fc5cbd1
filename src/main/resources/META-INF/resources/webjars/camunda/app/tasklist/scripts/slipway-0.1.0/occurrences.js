/*
 * What the system itself writes into the history of a release. It is kept once for all readers, with the keys and the
 * moments of the record; here it becomes words of the reader's language and times of his clock. What does not look as
 * expected stays as it is kept.
 */
import { period, shortDate, t, word } from './core.js';

const TOLD = ['UPDATE', 'LINK', 'CONFIGURATION_ITEM', 'CHECKLIST', 'SCHEDULING'];

const FIELDS = {
  title: 'SW_TITLE',
  description: 'SW_DESCRIPTION',
  version: 'SW_VERSION',
  contact: 'SW_CONTACT',
  executorGroup: 'SW_EXECUTOR_GROUP',
  approverGroup: 'SW_APPROVER_GROUP',
  impact: 'SW_IMPACT',
  urgency: 'SW_URGENCY',
  risk: 'SW_RISK',
  priority: 'SW_PRIORITY',
  planning: 'SW_PLANNING_WINDOW',
  deployment: 'SW_DEPLOYMENT_WINDOW',
  closure: 'SW_CLOSURE',
  solutionCategory: 'SW_SOLUTION_CATEGORY',
  releaseDate: 'SW_RELEASE_DATE',
  backoutPlan: 'SW_BACKOUT_PLAN',
  changes: 'SW_CHANGES',
  configurationItems: 'SW_ITEMS',
  problems: 'SW_PROBLEMS',
  tickets: 'SW_TICKETS',
  knowledge: 'SW_KNOWLEDGE',
  purchases: 'SW_PURCHASES',
  projects: 'SW_PROJECTS',
  media: 'SW_MEDIA',
  notifications: 'SW_NOTIFICATIONS',
  documents: 'SW_ATTACHMENTS',
  checklists: 'SW_CHECKLISTS',
};

/** Whose values are words of a fixed list. */
const LISTS = { impact: 'LEVEL', urgency: 'LEVEL', risk: 'RISK', priority: 'PRIORITY', changes: 'CHANGE', checklists: 'CHECKLIST' };

const parts = inner => inner.split(', ').map(part => part.split('='));

/** Values of several parts, such as Window[start=…, end=…]. */
const COMPOUND = {
  Window: inner => period(Object.fromEntries(parts(inner))),
  Contact: inner => parts(inner).filter(([, value]) => value !== 'null').map(([, value]) => value).join(', '),
  Notifications: inner => parts(inner).filter(([, value]) => value === 'true').map(([name]) => t(`SW_NOTIFY_${name.slice(2).replace(/(?<=.)[A-Z]/g, '_$&').toUpperCase()}`)).join(', ') || '–',
};

const nothing = value => (value === 'null' ? '–' : value);

/** From what to what, in front of it what it is about. */
function moved(text, list) {
  return text.replace(/^(?:(.*): )?([^:]*) → ([^→]*)$/, (_, about, before, after) => `${about ? `${about}: ` : ''}${[before, after].map(each => (list ? word(list, each) : nothing(each))).join(' → ')}`);
}

function field(line) {
  const [, name, text] = line.match(/^(\w+): ?(.*)$/) ?? [];
  if (!(name in FIELDS)) return line;
  const label = t(FIELDS[name]);
  if (text.startsWith('not linkable: ')) return `${label}: ${t('SW_NOT_LINKABLE', { names: text.slice('not linkable: '.length) })}`;
  const plain = text.replace(/\b(Window|Contact|Notifications)\[([^\]]*)\]/g, (_, kind, inner) => COMPOUND[kind](inner));
  return `${label}: ${moved(plain, LISTS[name])}`;
}

function item(line) {
  const group = value => (value === '–' ? value : word('ITEM_GROUP', value));
  return line
    .replace(/: = (\w+) (?=\([^)]*\)$)/, (_, state) => `: ${word('ITEM', state)} `)
    .replace(/: (\w+) → (\w+)(?:, (\S+) → (\S+))? (?=\([^)]*\)$)/, (_, before, after, from, to) => `: ${word('ITEM', before)} → ${word('ITEM', after)}${from ? `, ${group(from)} → ${group(to)}` : ''} `);
}

const scheduled = line => line.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z$/, shortDate);

const LINES = { CONFIGURATION_ITEM: item, SCHEDULING: scheduled };

/** The text of an entry of the history, as it is read. */
export function told({ category, decision, text }) {
  if (!text || decision || !TOLD.includes(category)) return text;
  return text.split('\n').map(LINES[category] ?? field).join('\n');
}
