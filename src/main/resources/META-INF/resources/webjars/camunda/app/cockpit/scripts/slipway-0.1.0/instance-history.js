/* The history of a process instance, also after it has ended: its trail on the drawing, and all that is known of it. */
import { h } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { Diagram } from './diagram.js';
import { drawing, history, MOST, processInstance } from './engine.js';
import { activities, calledInstances, incidents, jobs, operations, userTasks, variables } from './instance-tables.js';
import { address, businessKey, facts, fill, frame, instanceLink, lasting, link, state, tabs, time } from './page.js';
import { Replay } from './replay.js';
import { t } from './texts.js';

/** Most activities of one replay; the table of activities has all of them. */
const MOST_STEPS = 5 * MOST;

async function trail(id) {
  const source = history('activity-instance', { processInstanceId: id }, [['startTime', 'asc'], ['occurrence', 'asc'], ['activityInstanceId', 'asc']]);
  const total = await source.count();
  const found = [];
  while (found.length < Math.min(total, MOST_STEPS)) {
    const rows = await source.rows(found.length, MOST);
    found.push(...rows);
    if (rows.length < MOST) break;
  }
  return { found, total };
}

async function drawn(instance, leave) {
  const diagram = new Diagram(t('AUDIT_DIAGRAM_OF', { name: instance.processDefinitionName ?? instance.processDefinitionKey }));
  leave.push(() => diagram.destroy());
  const place = h('div', {}, diagram.element);
  const [xml, { found, total }] = await Promise.all([drawing(instance.processDefinitionId), trail(instance.id)]);
  // The drawing has to be on the page before it is drawn.
  setTimeout(() =>
    diagram
      .show(xml)
      .then(() => {
        const replay = new Replay(diagram, found, total);
        leave.push(() => replay.destroy());
        place.append(replay.element);
      })
      .catch(problem => {
        console.error('Slipway:', problem);
        place.append(h('p', { class: 'sw-audit-failed', role: 'alert' }, problem.message));
      }),
  );
  return place;
}

function head(instance) {
  return facts([
    ['AUDIT_STATE', state(instance.state)],
    ['AUDIT_BUSINESS_KEY', businessKey(instance.businessKey)],
    ['AUDIT_STARTED', time(instance.startTime)],
    ['AUDIT_STARTED_BY', instance.startUserId],
    ['AUDIT_ENDED', time(instance.endTime)],
    ['AUDIT_DURATION', lasting(instance.durationInMillis)],
    ['AUDIT_VERSION', instance.processDefinitionVersion],
    ['AUDIT_CALLED_BY', instance.superProcessInstanceId && instanceLink(instance.superProcessInstanceId, instance.superProcessInstanceId)],
    ['AUDIT_ROOT', instance.rootProcessInstanceId !== instance.id && instance.rootProcessInstanceId !== instance.superProcessInstanceId && instanceLink(instance.rootProcessInstanceId, instance.rootProcessInstanceId)],
    ['AUDIT_DELETE_REASON', instance.deleteReason],
    ['AUDIT_KEPT_UNTIL', time(instance.removalTime)],
    ['AUDIT_ID', h('code', {}, instance.id)],
  ]);
}

function crumbs(instance) {
  const runs = ['ACTIVE', 'SUSPENDED'].includes(instance.state);
  return [
    link('/processes', t('AUDIT_PROCESSES')),
    link(`/process-definition/${encodeURIComponent(instance.processDefinitionId)}/history`, instance.processDefinitionName ?? instance.processDefinitionKey),
    h('span', {}, instance.businessKey || instance.id),
    runs ? link(`/process-instance/${encodeURIComponent(instance.id)}/runtime`, t('AUDIT_RUNTIME')) : null,
    h('span', { 'aria-current': 'page' }, t('AUDIT_HISTORY')),
  ].filter(Boolean);
}

export async function render(node) {
  const [, id] = address().path;
  const leave = [];
  const place = h('div');
  node.append(place);
  await fill(place, async () => {
    const instance = await processInstance(id);
    const name = instance.processDefinitionName ?? instance.processDefinitionKey;
    const page = h('div');
    const body = frame(page, { title: instance.businessKey ? `${name} · ${instance.businessKey}` : name, crumbs: crumbs(instance) });
    const picture = h('div', { class: 'sw-audit-picture' });
    body.append(
      head(instance),
      picture,
      tabs(t('AUDIT_HISTORY'), [
        { id: 'activities', title: 'AUDIT_ACTIVITIES', make: () => activities(instance) },
        { id: 'variables', title: 'AUDIT_VARIABLES', make: () => variables(instance) },
        { id: 'tasks', title: 'AUDIT_TASKS', make: () => userTasks(instance) },
        { id: 'operations', title: 'AUDIT_OPERATIONS', make: () => operations(instance) },
        { id: 'incidents', title: 'AUDIT_INCIDENTS', make: () => incidents(instance) },
        { id: 'jobs', title: 'AUDIT_JOBS', make: () => jobs(instance) },
        { id: 'called', title: 'AUDIT_CALLED', make: () => calledInstances(instance) },
      ]),
    );
    fill(picture, () => drawn(instance, leave));
    return page;
  });
  return () => leave.forEach(each => each());
}
