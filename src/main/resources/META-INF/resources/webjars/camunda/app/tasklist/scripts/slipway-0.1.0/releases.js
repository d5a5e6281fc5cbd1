/* "Releases" in Tasklist's header: find a release, see how it stands, and do what one is allowed to do with it. */
import { actionBar } from './action-bar.js';
import { standing } from './action-form.js';
import { get, h, icon, list, t } from './core.js';
import { delay, details, heading, status } from './facts.js';

/** The release of the task that is selected in Tasklist, if there is one. */
async function selectedRelease() {
  const task = new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');
  if (!task) return null;
  return (await get(`/api/tasks/${encodeURIComponent(task)}`).catch(() => null))?.task.release ?? null;
}

class ReleasesDialog {
  constructor() {
    this.search = h('input', { type: 'search', class: 'form-control', placeholder: t('SW_FIND_RELEASE'), 'aria-label': t('SW_FIND_RELEASE') });
    this.found = h('ul', { class: 'sw-found' });
    this.detail = h('div', { class: 'sw-detail' });
    this.element = h(
      'dialog',
      { class: 'sw-dialog', 'aria-labelledby': 'sw-dialog-title' },
      h(
        'header',
        { class: 'sw-dialog-head' },
        h('h3', { id: 'sw-dialog-title' }, t('SW_RELEASES')),
        h('button', { type: 'button', class: 'btn btn-link', 'aria-label': t('SW_CLOSE'), onclick: () => this.element.close() }, icon('remove')),
      ),
      h('div', { class: 'sw-dialog-body' }, h('nav', { class: 'sw-finder' }, this.search, this.found), this.detail),
    );
    this.search.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.find(), 250);
    });
    this.element.addEventListener('close', () => this.element.remove());
    this.round = 0;
  }

  async open() {
    document.body.append(this.element);
    this.element.showModal();
    this.say(t('SW_CHOOSE_RELEASE'));
    const [number] = await Promise.all([selectedRelease(), this.find()]);
    if (number) this.show(number);
  }

  say(...text) {
    this.detail.replaceChildren(h('p', { class: 'sw-quiet' }, text));
  }

  async find() {
    const mine = (this.round += 1);
    const query = new URLSearchParams({ text: this.search.value.trim(), limit: 20 });
    const rows = await list(`/api/releases?${query}`).catch(problem => {
      this.found.replaceChildren(h('li', { class: 'sw-quiet' }, problem.message));
      return null;
    });
    if (!rows || mine !== this.round) return;
    this.found.replaceChildren(...rows.map(each => this.row(each)));
    if (!rows.length) this.found.append(h('li', { class: 'sw-quiet' }, t('SW_NOTHING_FOUND')));
    this.mark();
  }

  row(release) {
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', 'data-number': release.number, onclick: () => this.show(release.number) },
        h('span', { class: 'sw-number' }, release.number),
        status(release.status),
        h('span', { class: 'sw-row-title' }, release.title),
        delay(release),
      ),
    );
  }

  mark() {
    for (const row of this.found.querySelectorAll('button')) row.setAttribute('aria-current', String(row.dataset.number === this.number));
  }

  async show(number, said) {
    this.number = number;
    this.mark();
    try {
      const release = await standing(number);
      if (this.number !== number) return;
      const done = text => {
        this.find();
        return this.show(number, text);
      };
      this.detail.replaceChildren(heading(release), ...actionBar(release, done, said), details(release));
    } catch (problem) {
      this.say(problem.message);
    }
  }
}

export function render(node) {
  const link = h('a', { href: '#', role: 'button', class: 'sw-navbar-action' }, icon('list-alt'), ' ', t('SW_RELEASES'));
  link.addEventListener('click', event => {
    event.preventDefault();
    new ReleasesDialog().open();
  });
  node.append(link);
}
