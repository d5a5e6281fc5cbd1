/* "Releases" in Tasklist's header: find a release, see how it stands, and do what one is allowed to do with it. */
import { actionForm, begin, standing } from './action-form.js';
import { allowed } from './actions.js';
import { get, h, icon, list, service, t } from './core.js';
import { delay, details, heading, status } from './facts.js';

/** The release of the task that is selected in Tasklist, if there is one. */
async function selectedRelease() {
  const task = new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');
  if (!task) return null;
  return (await get(`/api/tasks/${encodeURIComponent(task)}`).catch(() => null))?.task.release ?? null;
}

function refreshTasklist() {
  service('$rootScope')?.$broadcast('refresh');
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
      const panel = h('section', { class: 'sw-action-panel' });
      const buttons = allowed(release).map(action =>
        h(
          'button',
          { type: 'button', class: `btn btn-default btn-sm${action.loses ? ' sw-loses' : ''}`, 'aria-expanded': 'false', onclick: event => this.ask(panel, release, action, event.currentTarget) },
          t(`SW_ACTION_${action.id}`),
        ),
      );
      this.detail.replaceChildren(
        heading(release),
        h('div', { class: 'sw-action-bar' }, buttons),
        panel,
        details(release),
      );
      if (said) panel.append(h('p', { class: 'sw-alert sw-alert-done', role: 'status' }, said));
    } catch (problem) {
      this.say(problem.message);
    }
  }

  async ask(panel, release, action, pressed) {
    const again = pressed.getAttribute('aria-expanded') === 'true';
    this.detail.querySelectorAll('.sw-action-bar button').forEach(each => each.setAttribute('aria-expanded', 'false'));
    panel.replaceChildren();
    if (again) return;
    pressed.setAttribute('aria-expanded', 'true');
    const form = await actionForm(release, action, {
      leave: () => this.ask(panel, release, action, pressed),
      done: said => {
        refreshTasklist();
        this.find();
        return this.show(release.number, said);
      },
    });
    panel.replaceChildren(form);
    begin(form);
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
