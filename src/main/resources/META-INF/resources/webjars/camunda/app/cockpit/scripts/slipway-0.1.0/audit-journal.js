/* The journal of the installation: what was done to releases, rights, models and settings, by whom and in which order. */
import { get, h, toDay, url, word } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { address, choice, filter, frame, input, link, midnight, pages, query, releaseLink, time } from './page.js';
import { byKey, table } from './table.js';
import { t, term } from './texts.js';

/** What an entry of the journal tells of, and what a line of a release's history does. */
const ENTRIES = ['REFUSAL', 'CHANGE', 'OPERATION', 'EXPORT', 'READ', 'VERIFICATION', 'HOLD', 'ERASURE', 'BLANKING', 'TRAIL'];
const LINES = [
  'CREATION', 'UPDATE', 'EXECUTION', 'APPROVAL', 'STATUS', 'SCHEDULING', 'SUSPENSION', 'REACTIVATION',
  'CANCELLATION', 'REOPENING', 'CLOSING', 'CAPTURE', 'SHARING', 'DIRECTION', 'LINK', 'CONFIGURATION_ITEM',
  'CHECKLIST', 'IMPACT', 'BACK_OUT', 'ESCALATION', 'MEMO',
];

const kindName = kind => (ENTRIES.includes(kind) ? term('KIND', kind) : word('OCCURRENCE', kind));

/** A text or a number as it is, anything else as it was written down. */
const told = value => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** What lines of histories say besides, and in which words. */
const NAMES = { cycle: 'AUDIT_CYCLE', task: 'AUDIT_TASK', statusBefore: 'AUDIT_BEFORE_VALUE', statusAfter: 'AUDIT_AFTER_VALUE', decision: 'AUDIT_DECISION', text: 'AUDIT_TEXT', valid: 'AUDIT_SEALED', position: 'AUDIT_POSITION' };
const WORDS = {
  task: each => word('TASK', each),
  statusBefore: each => word('STATUS', each),
  statusAfter: each => word('STATUS', each),
  decision: each => term('DECISION', each),
  valid: each => t(each ? 'AUDIT_INTACT' : 'AUDIT_NOT_INTACT'),
};

/** What an entry says besides, a line for each thing it says. */
function detail(value) {
  const line = ([name, each]) => `${NAMES[name] ? t(NAMES[name]) : name}: ${WORDS[name] ? WORDS[name](each) : told(each)}`;
  const lines = value && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).map(line) : [told(value)];
  return h('span', { class: 'sw-audit-long' }, lines.join('\n'));
}

export function render(node) {
  const { question } = address();
  const criteria = {
    kind: question.get('kind'),
    person: question.get('person'),
    release: question.get('release'),
    from: midnight(question.get('from')),
    to: midnight(question.get('to'), 1),
  };
  const body = frame(node, {
    title: t('AUDIT_JOURNAL'),
    crumbs: [link('/audit', t('AUDIT_AUDIT')), h('span', { 'aria-current': 'page' }, t('AUDIT_JOURNAL'))],
    actions: [h('a', { class: 'btn btn-default btn-sm', href: url('/api/audit/journal/export'), download: true, target: '_top' }, t('AUDIT_WHOLE_JOURNAL')), ...pages('/audit/journal')],
  });
  body.append(
    filter('/audit/journal', [
      ['AUDIT_KIND', choice('kind', [['', t('AUDIT_ANY')], ...[...ENTRIES, ...LINES].map(each => [each, kindName(each)])])],
      ['AUDIT_PERSON', input('person', 'text', { maxlength: 64 })],
      ['AUDIT_RELEASE', input('release', 'text', { maxlength: 20 })],
      ['AUDIT_FROM', input('from', 'date', { max: toDay() })],
      ['AUDIT_TO', input('to', 'date', { max: toDay() })],
    ]),
    table({
      name: t('AUDIT_JOURNAL'),
      file: 'journal',
      size: 50,
      source: byKey((after, limit) => get(`/api/audit/journal?${query({ ...criteria, limit, after })}`)),
      columns: [
        { title: 'AUDIT_POSITION', numeric: true, text: row => row.position ?? '' },
        { title: 'AUDIT_AT', text: row => row.at, show: row => time(row.at) },
        { title: 'AUDIT_PERSON', text: row => row.person ?? t('SW_SYSTEM') },
        { title: 'AUDIT_ORIGIN', text: row => row.origin ?? '' },
        { title: 'AUDIT_KIND', text: row => kindName(row.kind) },
        { title: 'AUDIT_RELEASE', text: row => row.release ?? '', show: row => row.release && releaseLink(row.release) },
        { title: 'AUDIT_SUBJECT', text: row => told(row.subject), show: row => (row.subject === row.release ? '' : h('span', { class: 'sw-audit-long' }, told(row.subject))) },
        { title: 'AUDIT_TEXT', text: row => told(row.detail), show: row => detail(row.detail) },
        { title: 'AUDIT_HASH', text: row => row.hash ?? '', show: row => row.hash && h('code', { class: 'sw-audit-number', title: row.hash }, `${row.hash.slice(0, 10)}…`) },
      ],
    }),
  );
}
