/* Portfolios as cards with their pictures. */
import { part } from '../parts.js';
import { editPortfolio, picture } from './portfolio-dialog.js';
import { state } from './list.js';
import { may, say } from './texts.js';

const { get, h, icon, t } = await part('core');
const box = document.querySelector('[data-portfolios]');
const above = document.querySelector('[data-new]');
let retired = false;

function card(portfolio) {
  return h(
    'li',
    { class: 'reg-card' },
    picture(portfolio),
    h(
      'div',
      { class: 'reg-card-text' },
      h('h2', {}, h('a', { href: `/portfolio/${encodeURIComponent(portfolio.key)}` }, portfolio.name)),
      portfolio.status === 'RETIRED' ? state('activity', portfolio.status) : '',
      h('p', {}, portfolio.description ?? ''),
    ),
  );
}

async function show() {
  const cards = h('ul', { class: 'reg-cards' });
  const foot = h('p', { class: 'sw-more' });
  const load = async after => {
    const page = await get(`/api/portfolios?limit=60${retired ? '' : '&status=ACTIVE'}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
    cards.append(...page.items.map(card));
    foot.replaceChildren(page.next ? h('button', { type: 'button', class: 'btn btn-sm', onclick: () => load(page.next) }, t('SW_MORE')) : '');
  };
  try {
    await load();
    const switcher = h('label', { class: 'form-check reg-show' }, h('input', { type: 'checkbox', class: 'form-check-input', checked: retired, onchange: event => ((retired = event.target.checked), show()) }), ' ', say('portfolios.retired'));
    const none = h('section', { class: 'sw-panel' }, h('div', { class: 'sw-empty' }, icon('collection'), h('h2', {}, say('portfolios.none')), h('p', {}, say('portfolios.none.hint'))));
    box.replaceChildren(h('div', { class: 'sw-bar' }, switcher), cards.children.length ? cards : none, foot);
  } catch (problem) {
    box.replaceChildren(h('div', { class: 'sw-empty', role: 'alert' }, h('h2', {}, say('registries.failed')), h('p', {}, problem.message), h('button', { type: 'button', class: 'btn', onclick: show }, t('SW_TRY_AGAIN'))));
  }
}

if (may) {
  above.replaceWith(h('button', { type: 'button', class: 'btn btn-primary', onclick: () => editPortfolio(null, made => (location.href = `/portfolio/${encodeURIComponent(made.key)}`)) }, icon('plus-lg'), ' ', say('portfolios.new')));
}
await show();
