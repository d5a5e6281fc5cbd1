/* Exports of what the list shows: they are made in the background, say how far they are, and come down when they are ready. */
import { corner, notice } from './notice.js';
import { part } from './parts.js';
import { question } from './question.js';

const { call, get, h } = await part('core');
const menu = document.querySelector('[data-exports]');
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

async function make(format) {
  const { box, bar } = shown(format);
  try {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const description = menu.querySelector('[name=description]').checked;
    let job = await call('POST', '/api/exports', { format, filters: question(), description, zone });
    while (!job.file && !job.problem && !['FAILED', 'CANCELLED'].includes(job.state)) {
      bar.value = job.percent;
      await new Promise(resolve => setTimeout(resolve, PAUSE));
      job = await get(`/api/exports/${job.id}`);
    }
    if (!job.file) throw new Error(menu.dataset.failed);
    download(job.file);
    notice(menu.dataset.made.replace('{0}', job.rows));
  } catch (refused) {
    notice(refused.message, true);
  } finally {
    box.remove();
  }
}

menu.addEventListener('click', event => {
  const wanted = event.target.closest('[data-export]');
  if (wanted) make(wanted.dataset.export);
});
