/* What the history keeps of one process instance, a table each. */
import { h, word } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { history, MOST, read } from './engine.js';
import { businessKey, exact, instanceLink, lasting, state, time } from './page.js';
import { byPlace, table } from './table.js';
import { t, term } from './texts.js';

const moment = (title, of) => ({ title, text: row => row[of] ?? '', show: row => time(row[of]) });
const plain = (title, of, more = {}) => ({ title, text: row => (typeof of === 'function' ? of(row) : row[of]) ?? '', ...more });
const file = (kind, id) => `${kind}-${id}`;

/** Models have one language; the tasks of those that we ship have a name in each. */
function named(key, name) {
  const text = word('TASK', key);
  return text === key ? (name ?? key) : text;
}

const activityName = row => named(row.activityId.split('#')[0], row.activityName);

export function activities({ id }) {
  return table({
    name: t('AUDIT_ACTIVITIES'),
    file: file('activities', id),
    source: byPlace(history('activity-instance', { processInstanceId: id }, [['startTime', 'asc'], ['occurrence', 'asc'], ['activityInstanceId', 'asc']])),
    columns: [
      plain('AUDIT_ACTIVITY', activityName, { show: row => h('span', { title: row.activityId }, activityName(row)) }),
      plain('AUDIT_TYPE', row => term('TYPE', row.activityType)),
      plain('AUDIT_OUTCOME', row => t(row.canceled ? 'AUDIT_STEP_CANCELLED' : row.endTime ? 'AUDIT_STEP_DONE' : 'AUDIT_STEP_BEGUN'), {
        show: row => h('span', { class: `sw-audit-badge sw-audit-state-${row.canceled ? 'EXTERNALLY_TERMINATED' : row.endTime ? 'COMPLETED' : 'ACTIVE'}` }, t(row.canceled ? 'AUDIT_STEP_CANCELLED' : row.endTime ? 'AUDIT_STEP_DONE' : 'AUDIT_STEP_BEGUN')),
      }),
      plain('AUDIT_ASSIGNEE', 'assignee'),
      moment('AUDIT_STARTED', 'startTime'),
      moment('AUDIT_ENDED', 'endTime'),
      { title: 'AUDIT_DURATION', numeric: true, text: row => row.durationInMillis ?? '', show: row => lasting(row.durationInMillis) },
      plain('AUDIT_CALLED', 'calledProcessInstanceId', { show: row => row.calledProcessInstanceId && instanceLink(row.calledProcessInstanceId, t('AUDIT_OPEN')) }),
    ],
  });
}

/** A value as it was stored; long ones are folded. */
function value(row) {
  if (row.errorMessage) return h('span', { class: 'sw-audit-quiet' }, row.errorMessage);
  const text = row.value === null || row.value === undefined ? '' : typeof row.value === 'object' ? JSON.stringify(row.value) : String(row.value);
  if (text.length <= 120) return h('code', {}, text);
  return h('details', {}, h('summary', {}, `${text.slice(0, 80)}…`), h('pre', {}, text));
}

/** Who changed variables: an operation is asked for once. */
function people(id) {
  const known = new Map();
  const who = operation => {
    if (!known.has(operation)) known.set(operation, read('/history/user-operation', { processInstanceId: id, operationId: operation, firstResult: 0, maxResults: 1 }).then(rows => rows[0]?.userId ?? '', () => ''));
    return known.get(operation);
  };
  return rows => Promise.all(rows.map(async row => ({ ...row, userId: row.userOperationId ? await who(row.userOperationId) : '' })));
}

export function variables({ id }) {
  return table({
    name: t('AUDIT_VARIABLES'),
    file: file('variables', id),
    source: byPlace(history('detail', { processInstanceId: id, variableUpdates: true }, [['time', 'asc'], ['occurrence', 'asc'], ['variableName', 'asc']])),
    enrich: people(id),
    columns: [
      moment('AUDIT_AT', 'time'),
      plain('AUDIT_VARIABLE', 'variableName'),
      plain('AUDIT_TYPE', 'variableType'),
      plain('AUDIT_VALUE', row => (typeof row.value === 'object' && row.value !== null ? JSON.stringify(row.value) : row.value), { show: value }),
      plain('AUDIT_CHANGE', row => (row.revision === 0 ? t('AUDIT_FIRST_VALUE') : t('AUDIT_CHANGE_NUMBER', { number: row.revision }))),
      plain('AUDIT_PERSON', 'userId'),
    ],
  });
}

/** "+ operator", "– operations": to whom a task was offered or given, and by whom. */
function assignment(each) {
  const target = each.userId ?? each.groupId ?? '';
  return `${each.operationType === 'add' ? '+' : '–'} ${target} (${term('LINK', each.type)})${each.assignerId ? ` ${t('AUDIT_BY', { name: each.assignerId })}` : ''}`;
}

const MOST_LINKS = 50;

/** Who held each task, and who completed it: a task that is completed without being claimed has no assignee. */
async function assignments(rows) {
  return Promise.all(
    rows.map(async row => {
      const [links, [completion]] = await Promise.all([
        read('/history/identity-link-log', { taskId: row.id, sortBy: 'time', sortOrder: 'asc', firstResult: 0, maxResults: MOST_LINKS }),
        read('/history/user-operation', { taskId: row.id, operationType: 'Complete', firstResult: 0, maxResults: 1 }),
      ]);
      return { ...row, links, completedBy: completion?.userId ?? '' };
    }),
  );
}

export function userTasks({ id }) {
  return table({
    name: t('AUDIT_TASKS'),
    file: file('tasks', id),
    size: 10,
    source: byPlace(history('task', { processInstanceId: id }, [['startTime', 'asc'], ['taskId', 'asc']])),
    enrich: assignments,
    columns: [
      plain('AUDIT_TASK', row => named(row.taskDefinitionKey, row.name)),
      plain('AUDIT_ASSIGNEE', 'assignee'),
      plain('AUDIT_ASSIGNMENTS', row => row.links.map(each => `${each.time} ${assignment(each)}`).join('; '), {
        show: row => h('ul', {}, row.links.map(each => h('li', {}, h('span', {}, assignment(each)), ' ', h('span', { class: 'sw-audit-quiet' }, time(each.time)))), row.links.length === MOST_LINKS && h('li', {}, '…')),
      }),
      moment('AUDIT_STARTED', 'startTime'),
      moment('AUDIT_ENDED', 'endTime'),
      { title: 'AUDIT_DURATION', numeric: true, text: row => row.duration ?? '', show: row => lasting(row.duration) },
      moment('AUDIT_DUE', 'due'),
      plain('AUDIT_OUTCOME', row => term('REASON', row.deleteReason)),
      plain('AUDIT_COMPLETED_BY', 'completedBy'),
    ],
  });
}

/** Entries of one operation stand together below what the operation was. */
function grouped(rows) {
  const operations = new Map();
  for (const row of rows) operations.set(row.operationId, [...(operations.get(row.operationId) ?? []), row]);
  return [...operations.values()].flatMap(entries => {
    const [first] = entries;
    const note = entries.map(each => each.annotation).find(Boolean);
    const said = h(
      'tr',
      { class: 'sw-audit-operation' },
      h('td', {}, time(first.timestamp)),
      h('td', {}, first.userId ?? ''),
      h('th', { scope: 'row' }, `${term('ENTITY', first.entityType)}: ${term('OPERATION', first.operationType)}`, note && h('p', { class: 'sw-audit-annotation' }, `${t('AUDIT_ANNOTATION')}: ${note}`)),
      h('td', {}, first.task ?? ''),
      h('td'),
      h('td'),
      h('td', {}, term('CATEGORY', first.category)),
    );
    const changes = entries.filter(each => each.property).map(each => h('tr', {}, h('td'), h('td'), h('td', {}, each.property), h('td'), h('td', {}, h('code', {}, each.orgValue ?? '')), h('td', {}, h('code', {}, each.newValue ?? '')), h('td')));
    return [said, ...changes];
  });
}

/** The log knows a task by its id only; the tasks of the instance are asked for once. */
function ofTasks(id) {
  let tasks;
  return async rows => {
    if (!rows.some(each => each.taskId)) return rows;
    tasks ??= history('task', { processInstanceId: id }, [['startTime', 'asc'], ['taskId', 'asc']]).rows(0, MOST);
    tasks.catch(() => (tasks = undefined));
    const names = new Map((await tasks).map(each => [each.id, named(each.taskDefinitionKey, each.name)]));
    return rows.map(each => ({ ...each, task: names.get(each.taskId) ?? '' }));
  };
}

/** Most operations that are read to be shown; an instance with more is no release any more. */
const MOST_LOGGED = 10 * MOST;

/**
 * The engine sorts its log by the moment only, so a page of rows could end inside of an operation. Pages are made here, of whole
 * operations in an order of their own.
 */
function wholeOperations({ rows }) {
  let all;
  const load = async signal => {
    const found = new Map();
    for (let first = 0; first < MOST_LOGGED; first += MOST) {
      const some = await rows(first, MOST, signal);
      some.forEach(row => found.set(row.id, row));
      if (some.length < MOST) break;
    }
    const operations = new Map();
    for (const row of found.values()) operations.set(row.operationId, [...(operations.get(row.operationId) ?? []), row]);
    const order = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
    const begun = entries => entries.map(each => each.timestamp).sort()[0];
    return [...operations].sort(([one, ones], [other, others]) => order(begun(ones), begun(others)) || order(one, other)).map(([, entries]) => entries.sort((one, other) => order(one.property ?? '', other.property ?? '')));
  };
  return {
    async page(number, size, signal) {
      if (number === 0 || !all) all = await load(signal);
      const from = all.slice(0, number * size).flat().length + 1;
      return { items: all.slice(number * size, (number + 1) * size).flat(), more: (number + 1) * size < all.length, from, total: all.flat().length };
    },
    async all(size, take) {
      await take((await load()).flat());
    },
  };
}

export function operations({ id }) {
  return table({
    name: t('AUDIT_OPERATIONS'),
    file: file('operations', id),
    size: 25,
    source: wholeOperations(history('user-operation', { processInstanceId: id }, [['timestamp', 'asc']])),
    enrich: ofTasks(id),
    rows: grouped,
    columns: [
      moment('AUDIT_AT', 'timestamp'),
      plain('AUDIT_PERSON', 'userId'),
      plain('AUDIT_PROPERTY', row => `${row.entityType}.${row.operationType}${row.property ? `.${row.property}` : ''}`),
      plain('AUDIT_TASK', 'task'),
      plain('AUDIT_BEFORE_VALUE', 'orgValue'),
      plain('AUDIT_AFTER_VALUE', 'newValue'),
      plain('AUDIT_CATEGORY', row => [term('CATEGORY', row.category), row.annotation].filter(Boolean).join(': ')),
    ],
  });
}

export function incidents({ id }) {
  return table({
    name: t('AUDIT_INCIDENTS'),
    file: file('incidents', id),
    source: byPlace(history('incident', { processInstanceId: id }, [['createTime', 'asc']])),
    empty: 'AUDIT_NO_INCIDENTS',
    columns: [
      moment('AUDIT_AT', 'createTime'),
      plain('AUDIT_TYPE', 'incidentType'),
      plain('AUDIT_ACTIVITY', row => row.failedActivityId ?? row.activityId),
      plain('AUDIT_MESSAGE', 'incidentMessage'),
      plain('AUDIT_STATE', row => t(row.open ? 'AUDIT_INCIDENT_OPEN' : row.resolved ? 'AUDIT_INCIDENT_RESOLVED' : 'AUDIT_INCIDENT_DELETED')),
      moment('AUDIT_ENDED', 'endTime'),
      plain('AUDIT_ANNOTATION', 'annotation'),
    ],
  });
}

export function jobs({ id }) {
  return table({
    name: t('AUDIT_JOBS'),
    file: file('jobs', id),
    source: byPlace(history('job-log', { processInstanceId: id }, [['timestamp', 'asc'], ['occurrence', 'asc'], ['jobId', 'asc']])),
    empty: 'AUDIT_NO_JOBS',
    columns: [
      moment('AUDIT_AT', 'timestamp'),
      plain('AUDIT_ACTIVITY', 'activityId'),
      plain('AUDIT_TYPE', 'jobDefinitionType'),
      plain('AUDIT_OUTCOME', row => t(row.failureLog ? 'AUDIT_JOB_FAILED' : row.successLog ? 'AUDIT_JOB_DONE' : row.creationLog ? 'AUDIT_JOB_CREATED' : 'AUDIT_JOB_DELETED')),
      { title: 'AUDIT_RETRIES', numeric: true, text: row => row.jobRetries ?? '' },
      plain('AUDIT_MESSAGE', 'jobExceptionMessage'),
      plain('AUDIT_NODE', 'hostname'),
    ],
  });
}

/** The columns of a list of process instances, which stands on several pages. */
export const INSTANCE_COLUMNS = [
  plain('AUDIT_PROCESS', row => row.processDefinitionName ?? row.processDefinitionKey, { show: row => instanceLink(row.id, row.processDefinitionName ?? row.processDefinitionKey) }),
  { title: 'AUDIT_VERSION', numeric: true, text: row => row.processDefinitionVersion },
  plain('AUDIT_BUSINESS_KEY', 'businessKey', { show: row => businessKey(row.businessKey) }),
  plain('AUDIT_STATE', row => term('STATE', row.state), { show: row => state(row.state) }),
  moment('AUDIT_STARTED', 'startTime'),
  plain('AUDIT_STARTED_BY', 'startUserId'),
  moment('AUDIT_ENDED', 'endTime'),
  { title: 'AUDIT_DURATION', numeric: true, text: row => row.durationInMillis ?? '', show: row => lasting(row.durationInMillis) },
];

/** What this instance called, and beside it what called it. Both belong to one root, by which the engine finds them. */
export async function calledInstances(instance) {
  const root = instance.rootProcessInstanceId ?? instance.id;
  const parent = instance.superProcessInstanceId && (await read(`/history/process-instance/${encodeURIComponent(instance.superProcessInstanceId)}`));
  return [
    h('p', { class: 'sw-audit-parent' }, parent ? [`${t('AUDIT_CALLED_BY')} `, instanceLink(parent.id, parent.processDefinitionName ?? parent.processDefinitionKey), ' ', state(parent.state), ' ', h('span', { class: 'sw-audit-quiet' }, exact(parent.startTime))] : t('AUDIT_NO_PARENT')),
    table({
      name: t('AUDIT_CALLED'),
      file: file('called', instance.id),
      source: byPlace(history('process-instance', { rootProcessInstanceId: root, superProcessInstanceId: instance.id }, [['startTime', 'asc'], ['instanceId', 'asc']])),
      empty: 'AUDIT_NO_CALLED',
      columns: INSTANCE_COLUMNS,
    }),
  ];
}
