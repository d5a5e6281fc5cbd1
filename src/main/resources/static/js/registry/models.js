/* Release models: by which flows they are planned and deployed, by whom, and what a registration begins with. */
import { notice } from '../notice.js';
import { part } from '../parts.js';
import { confirmed, frame, tell } from './dialog.js';
import { state } from './list.js';
import { facts, named, say, wordOf } from './texts.js';

const { ago, call, get, h, list, listOnce, t, word } = await part('core');
const LEVELS = ['LOW', 'MEDIUM', 'HIGH'];

const flows = kind => listOnce(`/api/flows?kind=${kind}`, list);
const flowNames = kind => flows(kind).then(all => all.map(each => [each.process, each.name === each.process ? each.name : `${each.name} (${each.process})`]));

/** The newest or one of the versions that there are of the process beside it. */
const version = (kind, process) => (spec, id) => {
  const control = h('select', { class: 'form-select', id, 'data-sw-name': spec.name });
  const offer = (chosen, most) => {
    const numbers = Array.from({ length: Math.max(most, chosen ?? 0) }, (_, at) => Math.max(most, chosen ?? 0) - at);
    control.replaceChildren(h('option', { value: '' }, say('models.newest')), ...numbers.map(each => h('option', { value: each }, say('models.pinned', each))));
    control.value = chosen ?? '';
  };
  control.swValue = () => (control.value ? Number(control.value) : null);
  control.swSet = value => offer(value, value ?? 0);
  control.swReady = async form => {
    const beside = form.querySelector(`[data-sw-name="${process}"]`);
    const all = await flows(kind).catch(() => []);
    const most = () => all.find(each => each.process === beside.value)?.version ?? 0;
    beside.addEventListener('change', () => offer(null, most()));
    offer(control.swValue(), most());
  };
  offer(null, 0);
  return control;
};

const byKey = path => () => listOnce(path).then(all => all.map(each => [each.key ?? each.id, each.name]));
const levels = LEVELS.map(each => [each, word('LEVEL', each)]);

/** A key, until its name is known. */
const called = (names, key) => {
  const place = h('span', {}, key);
  names().then(all => (place.textContent = new Map(all).get(key) ?? key)).catch(() => {});
  return place;
};

const flow = (kind, process) => called(() => flows(kind).then(all => all.map(each => [each.process, each.name])), process);
const group = key => called(byKey('/api/groups'), key);

const bound = (process, version) => h('span', {}, process, h('span', { class: 'sw-quiet reg-under' }, version ? say('models.pinned.short', version) : say('models.latest')));

const FIELDS = [
  { name: 'key', required: true, max: 64, fixed: true, hint: say('portfolios.key.hint') },
  { name: 'name', required: true, max: 100 },
  { name: 'description', kind: 'area', max: 1000, rows: 2 },
  { name: 'status', kind: 'choice', required: true, options: ['NEW', 'ACTIVE', 'RETIRED'], words: 'activity', hint: say('models.status.hint') },
  { name: 'kind', kind: 'choice', required: true, options: ['MINOR', 'SIGNIFICANT', 'MAJOR', 'EMERGENCY'], words: 'releaseKind' },
  { name: 'planningProcess', kind: 'choice', required: true, options: () => flowNames('PLANNING') },
  { name: 'planningVersion', wide: false, build: version('PLANNING', 'planningProcess') },
  { name: 'deploymentProcess', kind: 'choice', required: true, options: () => flowNames('DEPLOYMENT') },
  { name: 'deploymentVersion', wide: false, build: version('DEPLOYMENT', 'deploymentProcess') },
  { name: 'executorGroup', kind: 'suggest', required: true, source: 'groups' },
  { name: 'approverGroup', kind: 'suggest', required: true, source: 'groups' },
  { name: 'calendar', kind: 'choice', required: true, options: byKey('/api/calendars') },
  { name: 'category', max: 100 },
  { name: 'defaultImpact', kind: 'choice', required: true, options: levels },
  { name: 'defaultUrgency', kind: 'choice', required: true, options: levels },
  { name: 'defaultRisk', kind: 'choice', options: LEVELS.map(each => [each, word('RISK', each)]) },
  { name: 'defaultContract', kind: 'suggest', source: 'contracts' },
  { name: 'mandatory', kind: 'checks', options: ['VERSION', 'CONFIGURATION_ITEMS', 'BACKOUT_PLAN', 'CONTACT_PHONE', 'CONTACT_UNIT'], words: 'mandatory' },
];

const said = (name, value) => {
  if (value === null || value === undefined || value === '') return say('registries.nothing');
  if (name === 'kind') return wordOf('releaseKind', value);
  if (name === 'mandatory') return value.length ? value.map(each => wordOf('mandatory', each)).join(', ') : say('registries.nothing');
  if (name === 'status') return wordOf('activity', value);
  return LEVELS.includes(value) ? word('LEVEL', value) : String(value);
};

/** What the model has said from change to change, the newest first. */
async function history(path, model) {
  const { body } = frame(say('models.versions.of', model.name), { wide: true });
  const rows = h('tbody', {});
  const foot = h('p', { class: 'sw-more' });
  const all = [];
  const load = async after => {
    try {
      const page = await get(`${path}/${encodeURIComponent(model.key)}/versions?limit=25${after ? `&after=${after}` : ''}`);
      all.push(...page.items.map(each => ({ ...each, says: { ...each.definition, status: each.status } })));
      const shown = page.next ? all.slice(0, -1) : all;
      rows.replaceChildren(
        ...shown.map((each, at) => {
          const before = all[at + 1]?.says;
          const changed = Object.keys(each.says).filter(name => before && JSON.stringify(each.says[name]) !== JSON.stringify(before[name]));
          const changes = changed.map(name => h('li', {}, h('span', { class: 'sw-quiet' }, `${named('models', name)}: `), h('del', {}, said(name, before[name])), ' → ', h('ins', {}, said(name, each.says[name]))));
          return h('tr', {}, h('td', {}, h('strong', {}, each.version)), h('td', {}, ago(each.changedAt)), h('td', {}, each.changedBy), h('td', {}, h('ul', { class: 'reg-changes' }, before ? changes : h('li', { class: 'sw-quiet' }, say('versions.first')))));
        }),
      );
      foot.replaceChildren(page.next ? h('button', { type: 'button', class: 'btn btn-sm', onclick: () => load(page.next) }, t('SW_MORE')) : '');
    } catch (problem) {
      foot.replaceChildren(h('span', { role: 'alert' }, problem.message));
    }
  };
  body.append(h('div', { class: 'sw-scroll' }, h('table', { class: 'sw-list reg-flat' }, h('thead', {}, h('tr', {}, ['version', 'when', 'who', 'changes'].map(each => h('th', { scope: 'col' }, say(`versions.${each}`))))), rows)), foot);
  await load();
}

export function modelKind(portfolio) {
  const path = `${portfolio}/models`;
  const address = model => `${path}/${encodeURIComponent(model.key)}`;

  const retires = model => confirmed(say('registries.retire'), say('models.retire.says', model.name), say('registries.retire'));

  /** Between its states there is one step, told in the dialog that shows it. */
  const step = async (model, status, dialog, list) => {
    if (status === 'RETIRED' && !(await retires(model))) return;
    try {
      await (status === 'RETIRED' ? call('DELETE', address(model)) : call('PATCH', address(model), { status }, { 'If-Match': `"${model.revision}"` }));
      dialog.close();
      notice(say(status === 'RETIRED' ? 'models.retired' : 'models.activated', model.name));
      list.load();
    } catch (problem) {
      tell(dialog, problem);
    }
  };

  return {
    name: 'models',
    path,
    key: model => model.key,
    label: model => model.name,
    query: {},
    wide: true,
    whole: true,
    etag: model => model.revision,
    filters: [{ name: 'status', words: 'activity', values: ['ACTIVE', 'NEW', 'RETIRED'], preset: 'ACTIVE', hidden: true }],
    columns: [
      { name: 'name', wide: true, show: model => h('span', {}, model.name, h('span', { class: 'sw-number reg-under' }, model.key)) },
      { name: 'kind', show: model => wordOf('releaseKind', model.kind) },
      { name: 'category' },
      { name: 'planning', show: model => bound(flow('PLANNING', model.planningProcess), model.planningVersion) },
      { name: 'deployment', show: model => bound(flow('DEPLOYMENT', model.deploymentProcess), model.deploymentVersion) },
      { name: 'groups', show: model => h('span', {}, group(model.executorGroup), h('span', { class: 'sw-quiet reg-under' }, model.approverGroup && group(model.approverGroup))) },
      { name: 'calendar', show: model => called(byKey('/api/calendars'), model.calendar) },
      { name: 'status', show: model => state('activity', model.status, 'ACTIVE') },
      { name: 'version', numeric: true },
    ],
    fields: FIELDS,
    preset: { status: 'NEW', kind: 'MINOR', defaultImpact: 'MEDIUM', defaultUrgency: 'MEDIUM', planningProcess: 'release-planning', deploymentProcess: 'release-deployment', calendar: 'business-hours' },
    change: answers => answers,
    confirm: (answers, model) => answers.status !== 'RETIRED' || model.status === 'RETIRED' || retires(model),
    more: (model, dialog, list) => [
      h('button', { type: 'button', class: 'btn reg-end', onclick: () => history(path, model) }, say('models.versions')),
      model.status === 'ACTIVE' && facts.registers === 'true' && h('a', { class: 'btn', href: `/releases/new?model=${encodeURIComponent(model.key)}` }, say('models.register')),
      model.status !== 'ACTIVE' && list.may && h('button', { type: 'button', class: 'btn', onclick: () => step(model, 'ACTIVE', dialog, list) }, say('models.activate')),
      model.status !== 'RETIRED' && list.may && h('button', { type: 'button', class: 'btn btn-danger', onclick: () => step(model, 'RETIRED', dialog, list) }, say('registries.retire')),
    ],
  };
}
