/* Everything about one release, across its cycles and phases, for whoever has to answer for it. */
import { get, h, minutes, word } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { priority, status } from '../../../tasklist/scripts/slipway-0.1.0/facts.js';
import { told } from '../../../tasklist/scripts/slipway-0.1.0/occurrences.js';
import { releaseVerification } from './audit-verification.js';
import { history, MOST } from './engine.js';
import { INSTANCE_COLUMNS } from './instance-tables.js';
import { address, exact, facts, fill, frame, link, pages, query, section, time, url } from './page.js';
import { byKey, byPlace, table } from './table.js';
import { t, term } from './texts.js';

const MOST_CALLED = 100;

function head(release) {
  return facts([
    ['SW_STATUS', status(release.status)],
    ['AUDIT_PRIORITY', priority(release.priority)],
    ['AUDIT_CYCLE', release.cycle],
    ['AUDIT_MODEL', `${release.model} (${release.modelVersion})`],
    ['SW_REQUESTER', release.requester],
    ['AUDIT_ROLE_registrar', release.registrar],
    ['SW_EXECUTOR_GROUP', release.executorGroup],
    ['SW_APPROVER_GROUP', release.approverGroup],
    ['AUDIT_REGISTERED', time(release.registeredAt)],
    ['AUDIT_APPROVED', release.approvedAt && h('span', { class: 'sw-audit-approved' }, `${release.approvedBy}, ${exact(release.approvedAt)}`)],
    ['AUDIT_DEPLOYED', time(release.deployedAt)],
    ['AUDIT_ENDED', time(release.concludedAt)],
    ['SW_DEADLINE', time(release.deadline)],
    ['AUDIT_DELAY', release.delayMinutes > 0 && minutes(release.delayMinutes)],
    ['AUDIT_CLOSURE', release.closure],
  ]);
}

/** Who decided what, out of the history: each decision with its person and moment. */
function decisions(number) {
  return table({
    name: t('AUDIT_DECISIONS'),
    file: `decisions-${number}`,
    empty: 'AUDIT_NO_DECISIONS',
    source: byKey(async after => {
      const items = [];
      let next = after;
      // Most entries decide nothing: the history is read on until there are enough decisions for a page.
      do {
        const page = await get(`/api/releases/${encodeURIComponent(number)}/history?${query({ limit: MOST, after: next })}`);
        items.push(...page.items.filter(each => each.decision));
        next = page.next;
      } while (next && items.length < 20);
      return { items, next };
    }),
    columns: [
      { title: 'AUDIT_AT', text: row => row.at, show: row => time(row.at) },
      { title: 'AUDIT_PERSON', text: row => row.who },
      { title: 'AUDIT_TASK', text: row => word('TASK', row.task) },
      { title: 'AUDIT_DECISION', text: row => term('DECISION', row.decision) },
      { title: 'AUDIT_TEXT', text: row => row.text ?? '' },
      { title: 'AUDIT_CYCLE', numeric: true, text: row => row.cycle },
    ],
  });
}

/** Each lifecycle of the release, one per cycle, with what it called. */
function lifecycles(number) {
  const called = async rows =>
    Promise.all(rows.map(async row => ({ ...row, called: await history('process-instance', { rootProcessInstanceId: row.id }, [['startTime', 'asc'], ['instanceId', 'asc']]).rows(0, MOST_CALLED) })));
  const whole = items => items.flatMap(({ called: below, ...item }) => [item, ...below.filter(each => each.id !== item.id)]);
  const line = (each, roots) =>
    h(
      'tr',
      { class: roots.has(each.id) ? 'sw-audit-root' : 'sw-audit-child' },
      INSTANCE_COLUMNS.map((column, i) => h('td', { class: column.numeric && 'sw-numeric' }, (i === 0 && !roots.has(each.id) ? h('span', { 'aria-hidden': 'true' }, '↳ ') : '') || '', (column.show ?? column.text)(each) ?? '')),
    );
  return table({
    name: t('AUDIT_LIFECYCLES'),
    file: `instances-${number}`,
    size: 5,
    source: byPlace(history('process-instance', { processInstanceBusinessKey: number, rootProcessInstances: true }, [['startTime', 'asc'], ['instanceId', 'asc']])),
    enrich: called,
    spread: whole,
    rows: items => {
      const roots = new Set(items.map(each => each.id));
      const more = items.some(each => each.called.length === MOST_CALLED);
      const rest = () => h('tr', {}, h('td', { colspan: INSTANCE_COLUMNS.length }, link(`/audit?${query({ businessKey: number })}`, t('AUDIT_ALL_INSTANCES'))));
      return [...whole(items).map(each => line(each, roots)), ...(more ? [rest()] : [])];
    },
    columns: INSTANCE_COLUMNS,
  });
}

const said = row => [term('DECISION', row.decision), row.text].filter(Boolean).join(': ');

/** What is longer than its place is scrolled there, by keyboard too. */
const long = text => h('span', { class: 'sw-audit-long', tabindex: text.length > 200 && '0' }, text);

function intact(row) {
  return h('span', { class: `sw-audit-badge sw-audit-${row.intact ? 'intact' : 'broken'}` }, t(row.intact ? 'AUDIT_INTACT' : 'AUDIT_NOT_INTACT'));
}

function journal(number) {
  return table({
    name: t('AUDIT_JOURNAL'),
    file: `journal-${number}`,
    size: 50,
    source: byKey((after, limit) => get(`/api/releases/${encodeURIComponent(number)}/history?${query({ limit, after })}`)),
    columns: [
      { title: 'AUDIT_POSITION', numeric: true, text: row => row.sequence },
      { title: 'AUDIT_AT', text: row => row.at, show: row => time(row.at) },
      { title: 'AUDIT_PERSON', text: row => row.who ?? t('SW_SYSTEM') },
      { title: 'AUDIT_KIND', text: row => word('OCCURRENCE', row.category) },
      { title: 'AUDIT_TASK', text: row => word('TASK', row.task) },
      { title: 'AUDIT_BEFORE_VALUE', text: row => word('STATUS', row.statusBefore) },
      { title: 'AUDIT_AFTER_VALUE', text: row => word('STATUS', row.statusAfter) },
      // As it is kept into files, which are compared; as it is read on the page.
      { title: 'AUDIT_TEXT', text: said, show: row => long(said({ ...row, text: told(row) })) },
      { title: 'AUDIT_HASH', text: row => row.hash, show: row => h('code', { class: 'sw-audit-number', title: row.hash }, `${row.hash.slice(0, 10)}…`) },
      { title: 'AUDIT_SEALED', text: row => t(row.intact ? 'AUDIT_INTACT' : 'AUDIT_NOT_INTACT'), show: intact },
    ],
  });
}

export async function render(node) {
  const number = address().path[2];
  const path = `/api/releases/${encodeURIComponent(number)}`;
  const place = h('div');
  node.append(place);
  await fill(place, async () => {
    const release = await get(path);
    const page = h('div');
    const body = frame(page, {
      title: `${release.number} · ${release.title}`,
      crumbs: [link('/audit', t('AUDIT_AUDIT')), h('span', { 'aria-current': 'page' }, release.number)],
      actions: [
        h('a', { class: 'btn btn-default btn-sm', href: url(`/releases/${encodeURIComponent(number)}`), target: '_top' }, t('AUDIT_RECORD')),
        h('a', { class: 'btn btn-primary btn-sm', href: url(`${path}/audit-pack`), download: true, target: '_top' }, t('AUDIT_PACK')),
        pages(),
      ].flat(),
    });
    body.append(
      head(release),
      section('AUDIT_DECISIONS', decisions(number)),
      section('AUDIT_LIFECYCLES', lifecycles(number)),
      section('AUDIT_JOURNAL', journal(number), h('p', {}, link(`/audit/journal?${query({ release: number })}`, t('AUDIT_ALSO')))),
      section('AUDIT_VERIFICATION', releaseVerification(number)),
    );
    return page;
  });
}
