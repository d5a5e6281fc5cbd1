/*
 * The tab "Release" of a task: how its release stands, what one may do with it, its activities, its files and its
 * history. Our own page of a release is made of the same parts.
 */
import { actionBar } from './action-bar.js';
import { standing } from './action-form.js';
import { attachments } from './attachments.js';
import { checklists } from './checklists.js';
import { ago, get, h, minutes, shortDate, t, url, word } from './core.js';
import { facts, groupName, personName, status } from './facts.js';
import { told } from './occurrences.js';

export function section(title, ...content) {
  return h('section', { class: 'sw-section' }, h('h4', {}, t(title)), ...content);
}

function column(label, numeric) {
  return h('th', { scope: 'col', class: numeric && 'sw-numeric' }, t(label));
}

/** Where a task is worked on: on our own pages that is another application, in Tasklist another task of its list. */
const taskLink = task => `${url('/camunda/app/tasklist/default/#/?task=')}${encodeURIComponent(task)}`;

function activity(each) {
  return h(
    'tr',
    {},
    h('td', {}, each.task ? h('a', { href: taskLink(each.task) }, each.title) : each.title),
    h('td', {}, word('ACTIVITY', each.state)),
    h('td', {}, each.assignee ? personName(each.assignee) : groupName(each.group)),
    h('td', { title: shortDate(each.due) }, ago(each.due)),
    h('td', { class: 'sw-numeric' }, each.estimatedMinutes ? minutes(each.estimatedMinutes) : ''),
  );
}

/** The planned work of a release; what does not stand on the first page is fetched on demand. */
export function activities(number) {
  const path = `/api/releases/${encodeURIComponent(number)}/activities`;
  const rows = h('tbody', {});
  const table = h(
    'table',
    { class: 'sw-table', hidden: true },
    h('thead', {}, h('tr', {}, column('SW_TITLE'), column('SW_STATUS'), column('SW_RESPONSIBLE'), column('SW_DUE'), column('SW_ESTIMATED', true))),
    rows,
  );
  const said = h('p', { class: 'sw-quiet', role: 'status' }, t('SW_LOADING'));
  const more = h('button', { type: 'button', class: 'btn btn-link sw-inline', hidden: true, onclick: () => show() }, t('SW_MORE'));
  let next = '';
  const show = async () => {
    try {
      const page = await get(`${path}?${new URLSearchParams({ limit: 50, ...(next && { after: next }) })}`);
      rows.append(...page.items.map(activity));
      next = page.next ?? '';
      table.hidden = !rows.children.length;
      said.hidden = !table.hidden;
      said.textContent = t('SW_NO_ACTIVITIES');
      more.textContent = t('SW_MORE');
      more.hidden = !next;
    } catch (problem) {
      said.hidden = false;
      said.textContent = problem.message;
      more.textContent = t('SW_TRY_AGAIN');
      more.hidden = false;
    }
  };
  show();
  return h('div', {}, table, said, more);
}

export function backoutPlan({ steps }) {
  if (!steps.length) return h('p', { class: 'sw-quiet' }, t('SW_NO_BACKOUT_PLAN'));
  return h('ol', { class: 'sw-steps' }, steps.map(each => h('li', {}, each.description, ' ', each.doneAt && h('span', { class: 'sw-quiet' }, t('SW_STEP_DONE', { name: each.doneBy }), ' · ', ago(each.doneAt)))));
}

/** A part of the tab that is fetched by itself; when that fails, only this part says so. */
export function later(asked, show) {
  const box = h('div', {}, h('p', { class: 'sw-quiet' }, t('SW_LOADING')));
  asked.then(show).then(
    shown => box.replaceChildren(shown),
    problem => box.replaceChildren(h('p', { class: 'sw-quiet' }, problem.message)),
  );
  return box;
}

function occurrence(each) {
  const moved = each.statusAfter && each.statusAfter !== each.statusBefore;
  return h(
    'li',
    {},
    h('p', { class: 'sw-occurrence' }, ago(each.at), h('strong', {}, each.who ? personName(each.who) : t('SW_SYSTEM')), h('span', {}, word('OCCURRENCE', each.category)), each.task && h('span', { class: 'sw-quiet' }, word('TASK', each.task)), moved && status(each.statusAfter)),
    each.text && h('p', { class: 'sw-occurrence-text' }, told(each)),
  );
}

/** The history, oldest first; the rest is fetched on demand. */
export function history(number) {
  const path = `/api/releases/${encodeURIComponent(number)}/history`;
  const rows = h('ol', { class: 'sw-history' });
  const more = h('button', { type: 'button', class: 'btn btn-link sw-inline', hidden: true }, t('SW_MORE'));
  let next = '';
  const show = async () => {
    try {
      const page = await get(`${path}?${new URLSearchParams({ limit: 50, ...(next && { after: next }) })}`);
      rows.append(...(page.items ?? page).map(occurrence));
      next = page.next ?? '';
    } catch (problem) {
      rows.append(h('li', { class: 'sw-quiet' }, problem.message));
    }
    more.hidden = !next;
  };
  more.addEventListener('click', show);
  show();
  return [rows, more];
}

export function render(node, { taskId }) {
  const box = h('div', { class: 'sw-form sw-tab' }, h('p', { class: 'sw-quiet' }, t('SW_LOADING')));
  node.append(box);
  const fail = problem => box.replaceChildren(h('p', { class: 'sw-quiet' }, problem.message));
  const draw = async (number, task, said) => {
    const release = await standing(number);
    const path = `/api/releases/${encodeURIComponent(number)}`;
    const [top, ...rest] = facts(release, task, { open: true, reaches: true });
    box.replaceChildren(
      // An action may end the task; the release is there to be shown all the same.
      h('div', { class: 'sw-facts' }, top, ...actionBar(release, text => draw(number, task, text).catch(fail), said), rest),
      section('SW_ACTIVITIES', activities(number)),
      section('SW_BACKOUT_PLAN', later(get(`${path}/backout-plan`), backoutPlan)),
      checklists(release),
      attachments(number, release.actions.includes('DOCUMENT')),
      section('SW_HISTORY', ...history(number)),
    );
  };
  get(`/api/tasks/${encodeURIComponent(taskId)}`)
    .then(({ task }) => draw(task.release, task))
    .catch(fail);
}
