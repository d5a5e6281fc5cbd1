/* Exports of what the list shows: they are made in the background, say how far they are, and come down when they are ready. */
import { corner, notice } from './notice.js';
import { part } from './parts.js';
import { question } from './question.js';

const { call, get, h } = await part('core');
const menu = document.querySelector('[data-exports]');
const texts = JSON.parse(menu.dataset.texts);
const language = document.documentElement.lang;
const PAUSE = 700;

function shown(format) {
  const bar = h('progress', { max: 100, value: 0, 'aria-label': menu.dataset.making });
  const words = h('span', {}, `${menu.dataset.making} (${format})`);
  const box = h('p', { class: 'sw-notice sw-export', role: 'status' }, words, bar);
  corner().append(box);
  return { box, bar };
}

function download(file) {
  const link = h('a', { href: file, download: '' });
  document.body.append(link);
  link.click();
  link.remove();
}

/** How many releases a file has, in the reader's language. */
function counted(rows) {
  const kind = new Intl.PluralRules(language).select(rows);
  const text = texts[`exports.made.${kind}`] ?? texts['exports.made.other'];
  return text.replace('{0}', new Intl.NumberFormat(language).format(rows));
}

/** Where all one's files are, with what has become of each. */
const mine = () => h('a', { href: '/exports' }, texts['exports.title']);

async function make(format) {
  const { box, bar } = shown(format);
  try {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const description = menu.querySelector('[name=description]').checked;
    let job = await call('POST', '/api/exports', { format, filters: question(), description, zone });
    while (['WAITING', 'RUNNING'].includes(job.state)) {
      bar.value = job.percent;
      await new Promise(resolve => setTimeout(resolve, PAUSE));
      job = await get(`/api/exports/${job.id}`);
    }
    if (!job.file) throw new Error(job.detail ?? texts['exports.failed']);
    download(job.file);
    notice(counted(job.rows));
  } catch (refused) {
    notice(h('span', {}, refused.message, ' ', mine()), true);
  } finally {
    box.remove();
  }
}

menu.addEventListener('click', event => {
  const wanted = event.target.closest('[data-export]');
  if (wanted) make(wanted.dataset.export);
});
