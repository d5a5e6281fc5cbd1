/* What an item needs and by what it is needed: added and taken away here. */
import { notice } from '../notice.js';
import { part } from '../parts.js';
import { confirmed, edit } from '../registry/dialog.js';
import { may, say } from '../registry/texts.js';
import { ITEMS, offer, pageOf, pathOf } from './kinds.js';

const { call, get, h, icon, t } = await part('core');

export class Relationships {
  constructor(item, pane) {
    this.item = item;
    this.pane = pane;
    this.items = [];
    this.load();
  }

  async load(after) {
    if (!after) this.items = [];
    try {
      const page = await get(`${pathOf(this.item.key)}/relationships?limit=200${after ? `&after=${encodeURIComponent(after)}` : ''}`);
      this.items.push(...page.items);
      this.next = page.next;
      this.show();
    } catch (problem) {
      this.pane.replaceChildren(h('p', { class: 'sw-none', role: 'alert' }, problem.message, ' ', h('button', { type: 'button', class: 'btn btn-sm', onclick: () => this.load() }, t('SW_TRY_AGAIN'))));
    }
  }

  show() {
    const needs = this.items.filter(each => each.from === this.item.key);
    const needed = this.items.filter(each => each.to === this.item.key && each.from !== this.item.key);
    this.pane.replaceChildren(
      h(
        'div',
        { class: 'reg-relations' },
        may && h('p', { class: 'sw-bar' }, h('button', { type: 'button', class: 'btn btn-sm', onclick: () => this.add() }, icon('plus-lg'), ' ', say('relationships.new'))),
        this.table(say('relationships.needs'), needs, 'to'),
        this.table(say('relationships.needed'), needed, 'from'),
        this.next && h('p', { class: 'sw-more' }, h('button', { type: 'button', class: 'btn btn-sm', onclick: () => this.load(this.next) }, t('SW_MORE'))),
      ),
    );
  }

  table(title, rows, end) {
    const row = each =>
      h(
        'tr',
        {},
        h('td', { class: 'reg-wide' }, h('a', { class: 'sw-title-link', href: pageOf(each[end]) }, each[end])),
        h('td', {}, each.type),
        h('td', { class: 'sw-row-menu' }, may && h('button', { type: 'button', class: 'btn btn-quiet btn-sm', 'aria-label': t('SW_REMOVE', { name: `${each.type} ${each[end]}` }), onclick: () => this.remove(each) }, icon('remove'))),
      );
    return h(
      'section',
      {},
      h('h3', { class: 'reg-side-title' }, `${title} (${rows.length})`),
      rows.length ? h('table', { class: 'sw-list reg-flat' }, h('tbody', { 'data-rows': true }, rows.map(row))) : h('p', { class: 'sw-none sw-quiet' }, say('relationships.none')),
    );
  }

  async add() {
    await offer([]);
    edit({
      title: say('relationships.new'),
      registry: 'relationships',
      fields: [
        { name: 'direction', kind: 'choice', required: true, options: [['to', say('relationships.needs')], ['from', say('relationships.needed')]] },
        { name: 'type', required: true, max: 60, list: 'reg-types' },
        { name: 'other', kind: 'suggest', source: 'configuration-items', required: true, wide: true },
      ],
      preset: { direction: 'to' },
      go: say('registries.make'),
      send: ({ direction, type, other }) => call('POST', `${ITEMS}/relationships`, direction === 'to' ? { from: this.item.key, to: other, type } : { from: other, to: this.item.key, type }),
      done: () => {
        notice(say('relationships.made'));
        this.load();
      },
    });
  }

  async remove(each) {
    const name = `${each.from} → ${each.to} (${each.type})`;
    if (!(await confirmed(say('relationships.remove'), say('relationships.remove.says', name), say('registries.remove')))) return;
    try {
      await call('DELETE', `${ITEMS}/relationships?${new URLSearchParams(each)}`);
      notice(say('registries.removed', name));
      this.load();
    } catch (problem) {
      notice(problem.message, true);
    }
  }
}
