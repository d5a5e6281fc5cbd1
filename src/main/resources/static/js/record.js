/* The page of one release: the tab that is asked for is made of the parts that Tasklist shows too. */
import { part } from './parts.js';

const record = document.querySelector('[data-record]');
const number = record.dataset.record;
const api = `/api/releases/${encodeURIComponent(number)}`;
const tab = document.querySelector('[data-record-tab]');

const { get, h, listOnce, t } = await part('core');

/** Keys become names where a registry knows them. */
for (const place of document.querySelectorAll('[data-name-of]')) {
  const { nameOf, key } = place.dataset;
  const asked = listOnce(`/api/${nameOf}`);
  asked.then(found => (place.textContent = found.find(each => (each.key ?? each.id) === key)?.name ?? key)).catch(() => {});
}

function panel(title, ...content) {
  return h('section', { class: 'sw-panel' }, h('header', { class: 'sw-panel-head' }, h('h2', {}, title)), h('div', { class: 'sw-panel-body' }, content));
}

const release = () => get(api);

const TABS = {
  async changes() {
    const { linksOf } = await part('links');
    return [panel(t('SW_CHANGES'), linksOf(await release(), 'changes'))];
  },

  async items() {
    const [{ linksOf }, { reach }] = await Promise.all([part('links'), import('./reach.js')]);
    const shown = await release();
    const reached = reach(shown);
    const own = panel(t('SW_ITEMS'), linksOf(shown, 'configuration-items'));
    own.addEventListener('sw-linked', () => reached.refresh());
    reached.refresh();
    return [own, reached.element];
  },

  async links() {
    const { linksOf } = await part('links');
    return [panel(t('SW_LINKS'), linksOf(await release(), 'problems', 'tickets', 'knowledge', 'purchases', 'projects', 'media', 'notifications'))];
  },

  async work() {
    const [{ activities, later }, { linksOf }, { backOut }] = await Promise.all([part('release-tab'), part('links'), import('./back-out.js')]);
    const shown = await release();
    const mayPlan = shown.actions.includes('ADD_ACTIVITY');
    const plan = mayPlan && h('button', { type: 'button', class: 'btn btn-sm', 'data-sw-release': number, 'data-sw-action': 'ADD_ACTIVITY' }, t('SW_ACTION_ADD_ACTIVITY'));
    return [
      panel(t('SW_ACTIVITIES'), activities(number), plan),
      panel(t('SW_ROLES'), linksOf(shown, 'roles')),
      panel(t('SW_BACKOUT_PLAN'), later(backOut(number, mayPlan), shown => shown)),
    ];
  },

  async checklists() {
    const { checklists } = await part('checklists');
    return [panel(t('SW_CHECKLISTS'), checklists(await release()))];
  },

  async documents() {
    const { attachments } = await part('attachments');
    return [panel(t('SW_ATTACHMENTS'), attachments(number, 'attach' in tab.dataset))];
  },

  async history() {
    const { history } = await part('release-tab');
    return [panel(t('SW_HISTORY'), ...history(number))];
  },

  async flow() {
    const { flow } = await import('./flow.js');
    return [await flow(number, tab.dataset.cockpit)];
  },
};

async function show() {
  try {
    tab.replaceChildren(...(await TABS[tab.dataset.recordTab]()));
  } catch (problem) {
    const again = h('button', { type: 'button', class: 'btn btn-link sw-inline', onclick: show }, t('SW_TRY_AGAIN'));
    tab.replaceChildren(h('p', { class: 'sw-alert sw-alert-problem', role: 'alert' }, problem.message, ' ', again));
  }
}

if (tab) show();
