/*
 * What one may do with a release from Tasklist: which fields an action asks for, where it is sent, and what it will do.
 * The server lists the actions that are allowed (GET /api/releases/{n} → actions); following is offered to everybody who
 * sees the release.
 */
import { call, h, listAll, listOnce, t, word } from './core.js';
import { keyOfTask } from './task-names.js';

const release = number => `/api/releases/${encodeURIComponent(number)}`;
const text = (name, label, required) => ({ kind: 'textarea', name, label, required });
const justification = use => ({ kind: 'select', name: 'justification', label: 'SW_JUSTIFICATION', required: true, wide: true, options: () => justifications(use) });
const complement = text('complement', 'SW_COMPLEMENT', false);

async function justifications(use) {
  const found = await listAll(`/api/justifications?${new URLSearchParams({ use, status: 'ACTIVE' })}`);
  return found.map(each => [each.id ?? each.description, each.description]);
}

async function groups() {
  return (await listOnce('/api/groups')).map(each => [each.id ?? each.key, each.name ?? each.id]);
}

/** What ended while it was being planned has no approved plan, so it can only be planned again. */
const phases = ended => (ended.phase === 'PLANNING' ? ['PLANNING'] : ['PLANNING', 'DEPLOYMENT']).map(phase => [phase, word('PHASE', phase)]);

/** The task's name in the reader's language; a flow of one's own has names of its own. */
function taskName({ name }) {
  const key = keyOfTask(name);
  return key ? t(key) : name;
}

const openTasks = ({ currentTasks }) => currentTasks.map(task => [task.id, [taskName(task), task.assignee].filter(Boolean).join(' · ')]);

function send(path) {
  return ({ number }, answers, headers) => call('POST', `${release(number)}/${path}`, answers, headers);
}

export const ACTIONS = [
  {
    id: 'SUSPEND',
    fields: [justification('SUSPENSION'), complement],
    send: send('suspension'),
  },
  { id: 'REACTIVATE', fields: [], send: send('reactivation') },
  { id: 'START_EARLY', fields: [text('reason', 'SW_REASON', true)], send: send('early-start') },
  {
    id: 'ADD_ACTIVITY',
    fields: [
      { kind: 'text', name: 'title', label: 'SW_TITLE', required: true, maxlength: 100, wide: true },
      text('description', 'SW_DESCRIPTION', false),
      { kind: 'select', name: 'group', label: 'SW_GROUP', options: groups },
      { kind: 'text', name: 'assignee', label: 'SW_RESPONSIBLE', suggest: 'people' },
      { kind: 'datetime-local', name: 'due', label: 'SW_DUE', required: true },
      { kind: 'number', name: 'estimatedMinutes', label: 'SW_ESTIMATED_MINUTES', required: true, min: 1 },
    ],
    send: send('activities'),
  },
  {
    id: 'REOPEN',
    fields: [justification('REOPENING'), complement, { kind: 'select', name: 'phase', label: 'SW_PHASE', required: true, options: phases }],
    send: send('reopening'),
  },
  {
    id: 'SHARE',
    fields: [
      { kind: 'select', name: 'task', label: 'SW_TASK', required: true, wide: true, options: openTasks },
      { kind: 'text', name: 'user', label: 'SW_PERSON', suggest: 'people' },
      { kind: 'select', name: 'group', label: 'SW_OR_GROUP', options: groups },
    ],
    send: (_, { task, ...with_ }, headers) => call('POST', `/api/tasks/${encodeURIComponent(task)}/delegation`, with_, headers),
  },
  { id: 'FOLLOW', always: ({ followed }) => !followed, fields: [], send: send('followers') },
  {
    id: 'UNFOLLOW',
    always: ({ followed }) => followed,
    fields: [],
    send: ({ number, me }, _, headers) => call('DELETE', `${release(number)}/followers/${encodeURIComponent(me)}`, undefined, headers),
  },
  {
    id: 'HOLD',
    fields: [text('reason', 'SW_REASON', true)],
    send: ({ number }, answers, headers) => call('PUT', `${release(number)}/hold`, answers, headers),
  },
  {
    id: 'LIFT_HOLD',
    loses: true,
    fields: [text('reason', 'SW_REASON', true)],
    send: ({ number }, answers, headers) => call('DELETE', `${release(number)}/hold?${new URLSearchParams(answers)}`, undefined, headers),
  },
  {
    id: 'CANCEL',
    loses: true,
    fields: [text('reason', 'SW_REASON', true)],
    send: send('cancellation'),
  },
];

export function allowed(shown) {
  return ACTIONS.filter(each => (each.always ? each.always(shown) : shown.actions?.includes(each.id)));
}

/** Builds one field in the markup fields.js understands. */
export async function field(spec, shown) {
  const id = `sw-action-${spec.name}`;
  const attributes = { id, class: 'form-control', 'data-sw-name': spec.name, 'data-sw-suggest': spec.suggest };
  let input;
  if (spec.kind === 'select') {
    const offered = await spec.options(shown);
    const only = spec.required && offered.length === 1;
    input = h('select', attributes, !only && h('option', { value: '' }), offered.map(([value, label]) => h('option', { value }, label)));
  } else if (spec.kind === 'textarea') {
    input = h('textarea', { ...attributes, rows: 2 });
  } else {
    input = h('input', { ...attributes, type: spec.kind, min: spec.min, maxlength: spec.maxlength });
  }
  const wide = spec.kind === 'textarea' || spec.wide;
  return h('div', { class: `sw-field${wide ? ' sw-wide' : ''}`, 'data-sw-required': Boolean(spec.required) }, h('label', { for: id }, t(spec.label)), input);
}
