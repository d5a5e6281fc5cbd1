/* Restore points of configuration items: taken, looked into, and gone back to. */
import { notice } from '../notice.js';
import { part } from '../parts.js';
import { confirmed, frame } from '../registry/dialog.js';
import { List } from '../registry/list.js';
import { may, say } from '../registry/texts.js';
import { pageOf } from './kinds.js';

const { ago, call, get, h, t } = await part('core');
const PATH = '/api/baselines';

async function look(baseline) {
  const { dialog, body } = frame(baseline.name, { wide: true });
  const path = `${PATH}/${encodeURIComponent(baseline.name)}`;
  const rows = h('tbody', { 'data-rows': true });
  const foot = h('p', { class: 'sw-more' });
  const failed = h('p', { class: 'sw-alert sw-alert-problem', role: 'alert', hidden: true });
  const chosen = () => [...rows.querySelectorAll('input:checked')].map(each => each.value);
  const back = h('button', { type: 'button', class: 'btn btn-danger', onclick: () => restore() }, say('baselines.restore.all'));
  rows.addEventListener('change', () => (back.textContent = chosen().length ? say('baselines.restore.some', chosen().length) : say('baselines.restore.all')));

  const restore = async () => {
    const keys = chosen();
    const says = keys.length ? say('baselines.restore.says.some', keys.length, baseline.name) : say('baselines.restore.says', baseline.name);
    if (!(await confirmed(say('baselines.restore.title', baseline.name), says, back.textContent))) return;
    try {
      const effects = await call('POST', `${path}/restoration`, keys.length ? { configurationItems: keys } : undefined);
      const changed = effects.filter(each => each.changed);
      notice(say('baselines.restored', changed.length, effects.length));
      dialog.close();
    } catch (problem) {
      failed.hidden = false;
      failed.textContent = problem.message;
    }
  };

  const load = async after => {
    foot.replaceChildren(h('span', { class: 'sw-quiet' }, t('SW_LOADING')));
    try {
      const page = await get(`${path}/configuration-items?limit=100${after ? `&after=${encodeURIComponent(after)}` : ''}`);
      rows.append(
        ...page.items.map(each =>
          h(
            'tr',
            {},
            may && h('td', {}, h('input', { type: 'checkbox', class: 'form-check-input', value: each.configurationItem, 'aria-label': each.name })),
            h('td', { class: 'reg-wide' }, h('a', { class: 'sw-title-link', href: pageOf(each.configurationItem) }, each.name)),
            h('td', {}, each.version),
            h('td', {}, h('span', { class: `sw-badge reg-tone-${each.current ? 'good' : 'warn'}` }, say(each.current ? 'baselines.current' : 'baselines.moved'))),
          ),
        ),
      );
      foot.replaceChildren(page.next ? h('button', { type: 'button', class: 'btn btn-sm', onclick: () => load(page.next) }, t('SW_MORE')) : '');
    } catch (problem) {
      foot.replaceChildren(h('span', { role: 'alert' }, problem.message));
    }
  };
  const head = [may && '', say('field.name'), say('versions.version'), say('baselines.state')].filter(each => each !== false);
  body.append(
    failed,
    h('div', { class: 'sw-scroll' }, h('table', { class: 'sw-list reg-flat' }, h('thead', {}, h('tr', {}, head.map(each => h(each ? 'th' : 'td', { scope: each ? 'col' : null }, each)))), rows)),
    foot,
    may ? h('div', { class: 'sw-action-buttons' }, back, h('button', { type: 'button', class: 'btn btn-link', onclick: () => dialog.close() }, t('SW_LEAVE_IT'))) : '',
  );
  await load();
}

new List(
  document.querySelector('[data-list]'),
  {
    name: 'baselines',
    path: PATH,
    key: each => each.name,
    label: each => each.name,
    open: look,
    columns: [{ name: 'name', wide: true }, { name: 'takenAt', show: each => ago(each.takenAt) }, { name: 'takenBy' }],
    fields: [
      { name: 'name', required: true, max: 100 },
      { name: 'configurationItems', kind: 'suggestMany', source: 'configuration-items', required: true, hint: say('baselines.items.hint') },
    ],
  },
  document.querySelector('[data-new]'),
);

