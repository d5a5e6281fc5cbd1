/* One portfolio: its models by their states. */
import { part } from '../parts.js';
import { List } from './list.js';
import { modelKind } from './models.js';
import { editPortfolio, picture } from './portfolio-dialog.js';
import { facts, may, say, wordOf } from './texts.js';

const { get, h, icon, t } = await part('core');
const path = `/api/portfolios/${encodeURIComponent(facts.portfolio)}`;
const head = document.querySelector('[data-head]');
const STATES = ['ACTIVE', 'NEW', 'RETIRED'];

function tabs(list) {
  const asked = new URLSearchParams(location.search).get('status');
  const buttons = STATES.map(state =>
    h(
      'button',
      {
        type: 'button',
        class: 'btn',
        'aria-pressed': String(state === (STATES.includes(asked) ? asked : 'ACTIVE')),
        onclick: event => {
          buttons.forEach(each => each.setAttribute('aria-pressed', String(each === event.currentTarget)));
          list.ask({ status: state });
        },
      },
      wordOf('activity', state),
    ),
  );
  return h('div', { class: 'btn-group', role: 'group', 'aria-label': say('models.states') }, buttons);
}

try {
  const portfolio = await get(path);
  document.title = `${portfolio.name} · Slipway`;
  const above = h('span', {});
  head.replaceChildren(
    h(
      'div',
      { class: 'reg-portfolio' },
      picture(portfolio),
      h(
        'div',
        {},
        h(
          'header',
          { class: 'sw-page-head' },
          h('h1', {}, portfolio.name),
          portfolio.status === 'RETIRED' && h('span', { class: 'sw-badge' }, wordOf('activity', 'RETIRED')),
          h('div', { class: 'sw-end' }, facts.registers === 'true' && portfolio.status === 'ACTIVE' && h('a', { class: 'btn', href: `/releases/new?portfolio=${encodeURIComponent(portfolio.key)}` }, say('portfolios.register')), may && h('button', { type: 'button', class: 'btn', onclick: () => editPortfolio(portfolio, () => location.reload()) }, icon('pencil'), ' ', say('registries.edit')), above),
        ),
        h('p', { class: 'sw-quiet reg-lines' }, portfolio.description ?? ''),
      ),
    ),
  );
  const list = new List(document.querySelector('[data-list]'), modelKind(path), above);
  document.querySelector('[data-list] .sw-bar').prepend(tabs(list));
} catch (problem) {
  head.replaceChildren(h('div', { class: 'sw-empty', role: 'alert' }, h('h1', {}, facts.portfolio), h('p', {}, problem.message), h('button', { type: 'button', class: 'btn', onclick: () => location.reload() }, t('SW_TRY_AGAIN'))));
}
