/* One's own exports: how far each is, why it was refused, and ways to fetch and to remove it. */
import { notice } from './notice.js';
import { part } from './parts.js';

const { ago, call, fileSize, h, icon, list, shortDate, t } = await part('core');
const page = document.getElementById('exports');
const place = page.querySelector('[data-exports-list]');
const texts = JSON.parse(page.dataset.texts);
const say = (key, ...values) => texts[`exports.${key}`].replace(/\{(\d)\}/g, (whole, at) => values[at] ?? whole);
const number = new Intl.NumberFormat(document.documentElement.lang);
const PAUSE = 2000;
let timer;

async function remove(job) {
  try {
    await call('DELETE', `/api/exports/${job.id}`);
  } catch (refused) {
    notice(refused.message, true);
  }
  await show();
  page.querySelector('[data-rows] a, h1 + a').focus();
}

function state(job) {
  const unfinished = ['WAITING', 'RUNNING'].includes(job.state);
  const why = job.detail ?? (job.state === 'FAILED' ? say('failed') : null);
  return h(
    'td',
    {},
    h('span', { class: 'sw-badge' }, say(`state.${job.state}`, job.percent)),
    unfinished && h('progress', { max: 100, value: job.percent, 'aria-label': job.name }),
    why && h('p', { class: 'sw-error' }, why),
  );
}

function row(job) {
  return h(
    'tr',
    {},
    h('td', {}, job.file ? h('a', { class: 'sw-title-link', href: job.file, download: '' }, job.name) : job.name),
    state(job),
    h('td', { class: 'sw-numeric' }, number.format(job.rows)),
    h('td', { class: 'sw-numeric' }, job.bytes ? fileSize(job.bytes) : ''),
    h('td', {}, ago(job.startedAt)),
    h('td', {}, shortDate(job.expiresAt)),
    h(
      'td',
      { class: 'text-nowrap text-end' },
      job.file && h('a', { class: 'btn btn-sm', href: job.file, download: '' }, icon('download'), ' ', say('download')),
      ' ',
      h('button', { type: 'button', class: 'btn btn-quiet btn-sm', 'aria-label': say('remove', job.name), onclick: () => remove(job) }, icon('trash')),
    ),
  );
}

function table(jobs) {
  const heads = ['file', 'state', 'rows', 'size', 'started', 'until'];
  return h(
    'div',
    { class: 'sw-scroll' },
    h(
      'table',
      { class: 'sw-list' },
      h('thead', {}, h('tr', {}, heads.map(each => h('th', { scope: 'col', class: ['rows', 'size'].includes(each) && 'sw-numeric' }, say(each))), h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, say('actions'))))),
      h('tbody', { 'data-rows': true }, jobs.map(row)),
    ),
  );
}

async function show() {
  clearTimeout(timer);
  try {
    const jobs = await list('/api/exports');
    place.replaceChildren(jobs.length ? table(jobs) : h('div', { class: 'sw-empty' }, icon('download'), h('h2', {}, say('none')), h('p', {}, say('none.hint'))));
    if (jobs.some(each => ['WAITING', 'RUNNING'].includes(each.state))) timer = setTimeout(show, PAUSE);
  } catch (problem) {
    const again = h('button', { type: 'button', class: 'btn btn-link sw-inline', onclick: show }, t('SW_TRY_AGAIN'));
    place.replaceChildren(h('p', { class: 'sw-alert sw-alert-problem', role: 'alert' }, problem.message, ' ', again));
  }
}

show();
