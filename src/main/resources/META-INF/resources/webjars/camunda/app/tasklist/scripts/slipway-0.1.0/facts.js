/* What one must know of a release before deciding: the same panel in task forms, the Release tab and the dialog. */
import { ago, h, icon, list, listOnce, minutes, period, t, url, word } from './core.js';
import { impact } from './impact.js';
import { links } from './links.js';

/** Each of the thirteen statuses has one icon and one colour (its class), everywhere the same. */
const STATUS_ICONS = {
  REGISTERED: 'inbox',
  PLANNED: 'calendar',
  APPROVED: 'thumbs-up',
  IN_EXECUTION: 'play',
  EXECUTED: 'saved',
  SOLVED: 'ok',
  CLOSED: 'lock',
  CONCLUDED: 'flag',
  NOT_SOLVED: 'warning-sign',
  REJECTED: 'ban-circle',
  SUSPENDED: 'pause',
  CANCELLED: 'remove',
  REOPENED: 'repeat',
};

/** In these the clock stands still: a delay there is history, not news. */
const RESTING = ['CONCLUDED', 'REJECTED', 'CANCELLED', 'SUSPENDED'];

export function status(value) {
  return h('span', { class: `sw-status sw-status-${value}` }, icon(STATUS_ICONS[value] ?? 'question-sign'), ' ', word('STATUS', value));
}

export function priority(value) {
  if (!value) return '';
  return h('span', { class: `sw-priority sw-priority-${value}` }, h('span', { class: 'sw-priority-mark' }, value), ' ', word('PRIORITY', value));
}

export function delay(release) {
  if (!(release.delayMinutes > 0) || RESTING.includes(release.status)) return null;
  return h('span', { class: 'sw-late' }, icon('time'), ' ', t('SW_LATE', { time: minutes(release.delayMinutes) }));
}

export function groupName(key) {
  const shown = h('span', {}, key ?? '');
  if (key) {
    listOnce('/api/groups')
      .then(groups => (shown.textContent = groups.find(each => (each.id ?? each.key) === key)?.name ?? key))
      .catch(() => {});
  }
  return shown;
}

const called = new Map();
const wanted = new Map();

/** All who are asked for in one moment are looked up together. */
async function lookUp() {
  const ids = [...wanted.keys()].slice(0, 100);
  const waiting = ids.map(id => [id, wanted.get(id)]);
  ids.forEach(id => wanted.delete(id));
  if (wanted.size) setTimeout(lookUp);
  const found = await list(`/api/people?${new URLSearchParams(ids.map(id => ['id', id]))}`).catch(() => []);
  for (const [id, tell] of waiting) tell(found.find(each => each.id === id)?.name ?? id);
}

/** What a person is called; the login name until that is known, and when nobody has it. */
export function personName(id) {
  const shown = h('span', { title: id }, id ?? '');
  if (!id) return shown;
  if (!called.has(id)) {
    called.set(id, new Promise(tell => {
      if (!wanted.size) setTimeout(lookUp);
      wanted.set(id, tell);
    }));
  }
  called.get(id).then(name => (shown.textContent = name));
  return shown;
}

function fact(label, value) {
  if (value === null || value === undefined || value === '') return null;
  return h('div', { class: 'sw-fact' }, h('dt', {}, t(label)), h('dd', {}, value));
}

export function heading(release) {
  return h(
    'header',
    { class: 'sw-heading' },
    h('p', { class: 'sw-title' }, h('a', { class: 'sw-number', href: url(`/releases/${encodeURIComponent(release.number)}`), target: '_top' }, release.number), ' ', h('span', {}, release.title)),
    h(
      'p',
      { class: 'sw-badges' },
      status(release.status),
      release.phase && h('span', { class: 'sw-badge' }, word('PHASE', release.phase)),
      priority(release.priority),
      delay(release),
      release.cycle > 1 && h('span', { class: 'sw-badge' }, t('SW_CYCLE', { cycle: release.cycle })),
      h('span', { class: 'sw-levels' }, levels(release)),
    ),
  );
}

function responsible(release, task) {
  return task?.assignee ?? release.currentTasks?.map(each => each.assignee).filter(Boolean).join(', ');
}

/** Impact, urgency and risk in one line, each with its word: their levels alone say nothing. */
function levels(release) {
  return [
    release.impact && `${t('SW_IMPACT')}: ${word('LEVEL', release.impact)}`,
    release.urgency && `${t('SW_URGENCY')}: ${word('LEVEL', release.urgency)}`,
    release.risk && `${t('SW_RISK')}: ${word('RISK', release.risk)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

export function details(release, task) {
  return h(
    'dl',
    { class: 'sw-facts-grid' },
    fact('SW_DEPLOYMENT_WINDOW', period(release.deployment)),
    fact('SW_PLANNING_WINDOW', period(release.planning)),
    fact('SW_DEADLINE', ago(release.deadline)),
    fact('SW_VERSION', release.version),
    fact('SW_REQUESTER', release.requester),
    fact('SW_EXECUTOR_GROUP', release.executorGroup && groupName(release.executorGroup)),
    fact('SW_APPROVER_GROUP', release.approverGroup && groupName(release.approverGroup)),
    fact('SW_RESPONSIBLE', responsible(release, task)),
  );
}

function linked(label, emptyLabel, rows) {
  const title = h('h4', {}, t(label), ' ', rows.length > 0 && h('span', { class: 'sw-count' }, rows.length));
  return h('section', { class: 'sw-linked' }, title, rows.length ? h('ul', {}, rows.map(row => h('li', {}, row))) : h('p', { class: 'sw-quiet' }, t(emptyLabel)));
}

/** A change may say where it is kept; nothing but a web address is followed. */
function item(code, title, state, address) {
  const name = /^https?:\/\//.test(address ?? '') ? h('a', { href: address, target: '_blank', rel: 'noopener' }, code) : code;
  return [h('span', { class: 'sw-code' }, name), ' ', h('span', { class: 'sw-grow' }, title ?? ''), state && h('span', { class: 'sw-badge' }, state)];
}

/** Changes and configuration items of the release; filled when they arrive, and what they reach is asked for then. */
function fillBundle(box, release, reach) {
  const path = `/api/releases/${encodeURIComponent(release.number)}/links`;
  Promise.all([list(`${path}/changes?limit=100`), list(`${path}/configuration-items?limit=100`)])
    .then(([changes, items]) => {
      box.replaceChildren(
        linked('SW_CHANGES', 'SW_NO_CHANGES', changes.map(each => item(each.number, each.title, word('CHANGE', each.status), each.url))),
        linked('SW_ITEMS', 'SW_NO_ITEMS', items.map(each => item(each.key, each.name, word('ITEM', each.status)))),
      );
      reach.refresh(items.length > 0);
    })
    .catch(problem => box.replaceChildren(h('p', { class: 'sw-quiet' }, problem.message)));
}

/**
 * The panel a task form begins with.
 *
 * @param open   whether all links stand open, where there is room
 * @param reaches whether the impact can be unfolded, where one plans or decides
 */
export function facts(release, task, { open = false, reaches = false } = {}) {
  const bundle = h('div', { class: 'sw-bundle' }, h('p', { class: 'sw-quiet' }, t('SW_LOADING')));
  const reach = impact(release, reaches);
  fillBundle(bundle, release, reach);
  const block = links(release, open);
  block.addEventListener('sw-linked', () => fillBundle(bundle, release, reach));
  return [
    heading(release),
    details(release, task),
    release.description && h('details', { class: 'sw-description' }, h('summary', {}, t('SW_DESCRIPTION')), h('p', {}, release.description)),
    bundle,
    reach.element,
    block,
  ].filter(Boolean);
}
