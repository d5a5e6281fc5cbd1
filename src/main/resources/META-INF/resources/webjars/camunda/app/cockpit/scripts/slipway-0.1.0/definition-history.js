/* The history of a process definition: its instances, running and ended, and where they went on the drawing. */
import { get, h } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { Diagram } from './diagram.js';
import { drawing, moment, processDefinition, read } from './engine.js';
import { INSTANCE_COLUMNS } from './instance-tables.js';
import { address, choice, facts, fill, filter, frame, input, link, midnight, query } from './page.js';
import { byKey, failure, table } from './table.js';
import { t, term } from './texts.js';
import { fifths } from './trail.js';

/** What can be asked of an instance. */
const STATES = ['RUNNING', 'SUSPENDED', 'COMPLETED', 'INTERNALLY_TERMINATED', 'EXTERNALLY_TERMINATED'];

const MEASURES = {
  ALL: each => each.instances + each.finished,
  RUNNING: each => each.instances,
  CANCELLED: each => each.canceled,
  INCIDENTS: each => each.openIncidents + each.resolvedIncidents + each.deletedIncidents,
};

/** The period is asked of the beginning of instances, which the engine has in order. */
function period(question) {
  return { startedAfter: moment(midnight(question.get('from'))), startedBefore: moment(midnight(question.get('to'), 1)) };
}

/** Our own list: the engine would make all instances distinct and count them to show twenty. */
function instances(definition, question) {
  const criteria = {
    businessKey: question.get('businessKey'),
    state: STATES.includes(question.get('state')) ? question.get('state') : undefined,
    startedFrom: midnight(question.get('from')),
    startedTo: midnight(question.get('to'), 1),
  };
  return byKey((after, limit) => get(`/api/process-definitions/${encodeURIComponent(definition.id)}/instances?${query({ ...criteria, limit, after })}`));
}

/** Marks each activity by its fifth among all counts, and writes the count beside it: colour is never the only sign. */
class Heat {
  constructor(diagram, statistics) {
    this.diagram = diagram;
    this.statistics = statistics;
    this.select = h('select', { class: 'form-control', 'aria-label': t('AUDIT_COUNTED'), onchange: () => this.draw() }, Object.keys(MEASURES).map(each => h('option', { value: each }, t(`AUDIT_COUNT_${each}`))));
    this.said = h('p', { class: 'sw-audit-quiet', role: 'status' });
    this.element = h(
      'div',
      { class: 'sw-audit-heat' },
      h('label', { class: 'sw-audit-field' }, h('span', {}, t('AUDIT_COUNTED')), this.select),
      h('span', { class: 'sw-audit-scale', 'aria-hidden': 'true' }, t('AUDIT_FEW'), [1, 2, 3, 4, 5].map(each => h('i', { class: `sw-audit-heat-${each}` })), t('AUDIT_MANY')),
      this.said,
    );
    this.draw();
  }

  draw() {
    const measure = this.select.value;
    const values = new Map();
    for (const each of this.statistics) {
      const [activity, body] = each.id.split('#');
      if (!body) values.set(activity, MEASURES[measure](each));
    }
    this.diagram.clear();
    this.diagram.clearBadges();
    for (const [id, fifth] of fifths(values)) {
      if (!this.diagram.holdsOthers(id)) this.diagram.mark(id, `sw-audit-heat-${fifth}`);
      this.diagram.badge(id, String(values.get(id)), measure === 'CANCELLED' || measure === 'INCIDENTS' ? 'cancelled' : 'done', t('AUDIT_COUNT_AT', { count: values.get(id), name: this.diagram.name(id) }));
    }
    const most = [...values].sort(([, one], [, other]) => other - one).filter(([, value]) => value).slice(0, 3);
    this.said.textContent = most.length ? t('AUDIT_MOST', { list: most.map(([id, value]) => `${this.diagram.name(id)} (${value})`).join(', ') }) : t('AUDIT_NOTHING');
  }
}

async function drawn(definition, question, leave) {
  const diagram = new Diagram(t('AUDIT_DIAGRAM_OF', { name: definition.name ?? definition.key }));
  leave.push(() => diagram.destroy());
  const place = h('div', {}, diagram.element);
  const xml = await drawing(definition.id);
  const counted = read(`/history/process-definition/${encodeURIComponent(definition.id)}/statistics`, { canceled: true, finished: true, incidents: true, ...period(question) });
  setTimeout(() =>
    Promise.all([counted, diagram.show(xml)]).then(
      ([statistics]) => place.append(new Heat(diagram, statistics).element),
      problem => {
        console.error('Slipway:', problem);
        place.append(failure(problem));
      },
    ),
  );
  return place;
}

function crumbs(definition) {
  return [
    link('/processes', t('AUDIT_PROCESSES')),
    h('span', {}, definition.name ?? definition.key),
    link(`/process-definition/${encodeURIComponent(definition.id)}/runtime`, t('AUDIT_RUNTIME')),
    h('span', { 'aria-current': 'page' }, t('AUDIT_HISTORY')),
  ];
}

export async function render(node) {
  const { path, question } = address();
  const leave = [];
  const place = h('div');
  node.append(place);
  await fill(place, async () => {
    const definition = await processDefinition(path[1]);
    const page = h('div');
    const body = frame(page, { title: definition.name ?? definition.key, crumbs: crumbs(definition) });
    const picture = h('div', { class: 'sw-audit-picture' });
    body.append(
      facts([
        ['AUDIT_VERSION', definition.version],
        ['AUDIT_VERSION_TAG', definition.versionTag],
        ['AUDIT_KEY', definition.key],
        ['AUDIT_KEPT', definition.historyTimeToLive && t('AUDIT_DAYS', { count: definition.historyTimeToLive })],
      ]),
      filter(`/process-definition/${encodeURIComponent(definition.id)}/history`, [
        ['AUDIT_BUSINESS_KEY', input('businessKey')],
        ['AUDIT_STATE', choice('state', [['', t('AUDIT_ANY')], ...STATES.map(each => [each, each === 'RUNNING' ? t('AUDIT_COUNT_RUNNING') : term('STATE', each)])])],
        ['AUDIT_STARTED_FROM', input('from', 'date')],
        ['AUDIT_STARTED_TO', input('to', 'date')],
      ]),
      h('h2', {}, t('AUDIT_WHERE_THEY_WENT')),
      picture,
      h('h2', {}, t('AUDIT_INSTANCES')),
      table({
        name: t('AUDIT_INSTANCES'),
        file: `instances-${definition.key}-${definition.version}`,
        source: instances(definition, question),
        columns: INSTANCE_COLUMNS.filter(each => each.title !== 'AUDIT_VERSION'),
      }),
    );
    fill(picture, () => drawn(definition, question, leave));
    return page;
  });
  return () => leave.forEach(each => each());
}
