/* "Audit": releases by number, status, person and period; process instances by business key. */
import { get, h, word } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { priority, status } from '../../../tasklist/scripts/slipway-0.1.0/facts.js';
import { history } from './engine.js';
import { INSTANCE_COLUMNS } from './instance-tables.js';
import { address, choice, filter, frame, input, midnight, pages, query, releaseLink, section, time } from './page.js';
import { byKey, byPlace, table } from './table.js';
import { t } from './texts.js';

const STATUSES = ['REGISTERED', 'PLANNED', 'APPROVED', 'IN_EXECUTION', 'EXECUTED', 'SOLVED', 'CLOSED', 'CONCLUDED', 'NOT_SOLVED', 'REJECTED', 'SUSPENDED', 'CANCELLED', 'REOPENED'];

/** Who somebody was for a release. */
const ROLES = ['requester', 'registrar', 'responsible', 'executorGroup', 'approverGroup'];

function asked(question) {
  const role = ROLES.includes(question.get('role')) ? question.get('role') : ROLES[0];
  const ended = question.get('moment') === 'closed' ? 'closed' : 'opened';
  return {
    text: question.get('text'),
    status: question.get('status'),
    [role]: question.get('person'),
    [`${ended}From`]: midnight(question.get('from')),
    [`${ended}To`]: midnight(question.get('to'), 1),
  };
}

function releases(question) {
  const criteria = asked(question);
  return table({
    name: t('AUDIT_RELEASES'),
    file: 'releases',
    source: byKey((after, limit) => get(`/api/releases?${query({ ...criteria, limit, after })}`)),
    columns: [
      { title: 'AUDIT_NUMBER', text: row => row.number, show: row => releaseLink(row.number) },
      { title: 'SW_TITLE', text: row => row.title },
      { title: 'SW_STATUS', text: row => word('STATUS', row.status), show: row => status(row.status) },
      { title: 'AUDIT_PRIORITY', text: row => row.priority, show: row => priority(row.priority) },
      { title: 'AUDIT_CYCLE', numeric: true, text: row => row.cycle },
      { title: 'SW_REQUESTER', text: row => row.requester },
      { title: 'SW_EXECUTOR_GROUP', text: row => row.executorGroup },
      { title: 'AUDIT_REGISTERED', text: row => row.registeredAt, show: row => time(row.registeredAt) },
      { title: 'AUDIT_ENDED', text: row => row.concludedAt ?? '', show: row => time(row.concludedAt) },
    ],
  });
}

function instances(key) {
  return table({
    name: t('AUDIT_INSTANCES'),
    file: `instances-${key}`,
    source: byPlace(history('process-instance', { processInstanceBusinessKey: key }, [['startTime', 'asc'], ['instanceId', 'asc']])),
    columns: INSTANCE_COLUMNS,
  });
}

export function render(node) {
  const { question } = address();
  const key = question.get('businessKey')?.trim();
  const body = frame(node, { title: t('AUDIT_AUDIT'), crumbs: [h('span', { 'aria-current': 'page' }, t('AUDIT_AUDIT'))], actions: pages('/audit') });
  const parts = [
    section(
      'AUDIT_RELEASES',
      filter('/audit', [
        ['AUDIT_NUMBER_OR_TITLE', input('text', 'search', { maxlength: 100 })],
        ['SW_STATUS', choice('status', [['', t('AUDIT_ANY')], ...STATUSES.map(each => [each, word('STATUS', each)])])],
        ['AUDIT_ROLE', choice('role', ROLES.map(each => [each, t(`AUDIT_ROLE_${each}`)]))],
        ['AUDIT_PERSON_OR_GROUP', input('person', 'text', { maxlength: 64 })],
        ['AUDIT_MOMENT', choice('moment', [['opened', t('AUDIT_REGISTERED')], ['closed', t('AUDIT_ENDED')]])],
        ['AUDIT_FROM', input('from', 'date')],
        ['AUDIT_TO', input('to', 'date')],
      ]),
      !key && releases(question),
    ),
    section('AUDIT_INSTANCES', filter('/audit', [['AUDIT_BUSINESS_KEY', input('businessKey', 'search', { maxlength: 255 })]]), key && instances(key)),
  ];
  // What was asked for stands first.
  body.append(...(key ? parts.reverse() : parts));
}
