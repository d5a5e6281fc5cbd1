/* The impact of one item: its graph, and beside it the same as a list that everybody can read. */
import { part } from '../parts.js';
import { facts, say, wordOf } from '../registry/texts.js';
import { CRITICALITIES, criticalityMark, pageOf, pathOf } from './kinds.js';
import { graph } from './graph.js';

const { get, h, icon, t, word } = await part('core');
const PAGE = 120;

export class ItemImpact {
  constructor(item) {
    this.item = item;
    this.query = { direction: 'BOTH', depth: '2', criticality: '' };
    this.drawing = h('div', { class: 'reg-graph', role: 'img', 'aria-label': say('impact.graph', item.name) });
    this.totals = h('p', { class: 'sw-badges', role: 'status' });
    this.rows = h('ol', { class: 'reg-reached', 'data-rows': true });
    this.failed = h('p', { class: 'sw-alert sw-alert-problem', role: 'alert', hidden: true });
    this.owners = h('p', { class: 'sw-quiet' });
    this.element = h(
      'div',
      { class: 'sw-form' },
      this.bar(),
      this.failed,
      h('div', { class: 'reg-impact' }, h('div', { class: 'reg-drawn' }, this.drawing, this.legend(), h('button', { type: 'button', class: 'btn btn-sm reg-fit', onclick: () => this.graph?.fit() }, say('impact.fit'))), h('div', { class: 'reg-listed' }, this.totals, this.rows, this.owners)),
    );
  }

  bar() {
    const select = (name, options) => {
      const control = h('select', { class: 'form-select sw-fit', 'aria-label': say(`impact.${name}`) }, options.map(([value, text]) => h('option', { value }, text)));
      control.value = this.query[name];
      control.addEventListener('change', () => {
        this.query[name] = control.value;
        this.load();
      });
      return control;
    };
    return h(
      'div',
      { class: 'sw-bar sw-filters' },
      select('direction', ['BOTH', 'DEPENDENTS', 'DEPENDENCIES'].map(each => [each, wordOf('direction', each)])),
      select('depth', [['1', say('impact.depth.one')], ...['2', '3', '5'].map(each => [each, say('impact.depth.some', each)]), ['100', say('impact.depth.all')]]),
      select('criticality', [['', `${t('SW_CRITICALITY')}: ${t('SW_ANY')}`], ...CRITICALITIES.slice(0, 3).map(each => [each, each === 'CRITICAL' ? word('CRITICALITY', each) : t('SW_AND_ABOVE', { level: word('CRITICALITY', each) })])]),
    );
  }

  legend() {
    const mark = (kind, text) => h('li', {}, h('span', { class: `reg-swatch reg-swatch-${kind}` }), text);
    return h('ul', { class: 'reg-legend', 'aria-hidden': 'true' }, ['IMPACTED', 'WEAKENED', 'NEEDED'].map(each => mark(each, wordOf('effect', each))));
  }

  async load(after) {
    const asked = JSON.stringify(this.query);
    this.failed.hidden = true;
    this.element.setAttribute('aria-busy', 'true');
    try {
      const query = new URLSearchParams({ direction: this.query.direction, depth: this.query.depth, limit: PAGE + (after ? this.found.items.length : 0) });
      if (this.query.criticality) query.set('criticality', this.query.criticality);
      const found = await get(`${pathOf(this.item.key)}/impact?${query}`);
      if (asked !== JSON.stringify(this.query)) return;
      this.found = found;
      this.list();
      await this.draw();
    } catch (problem) {
      this.failed.hidden = false;
      this.failed.textContent = problem.message;
      if (!problem.status) console.error('Slipway:', problem);
    } finally {
      this.element.setAttribute('aria-busy', 'false');
    }
  }

  async draw() {
    this.graph ??= await graph(this.drawing, facts.graph, { [this.item.key]: this.item.name }, key => this.choose(key, true));
    this.graph.show(this.found);
  }

  list() {
    const { impacted, weakened, needed } = this.found.totals;
    const total = (kind, count) => count > 0 && h('span', { class: `sw-status reg-effect-${kind}` }, `${count} ${wordOf('effect', kind)}`);
    this.totals.replaceChildren(...[total('IMPACTED', impacted), total('WEAKENED', weakened), total('NEEDED', needed)].filter(Boolean));
    if (!this.found.items.length) this.totals.append(h('span', { class: 'sw-quiet' }, say('impact.nothing')));
    this.rows.replaceChildren(...this.found.items.map(each => this.row(each)));
    if (this.found.truncated) this.rows.append(h('li', { class: 'sw-more' }, h('button', { type: 'button', class: 'btn btn-sm', onclick: () => this.load(true) }, t('SW_MORE'))));
    this.owners.textContent = this.found.owners.length ? `${t('SW_INFORM')}: ${this.found.owners.join(', ')}` : '';
  }

  row(each) {
    const loss = each.loss && t('SW_LOST', each.loss);
    const line = h(
      'li',
      { 'data-key': each.key },
      h('span', { class: `reg-swatch reg-swatch-${each.effect}`, role: 'img', 'aria-label': wordOf('effect', each.effect) }),
      h(
        'div',
        {},
        h('a', { class: 'sw-title-link', href: pageOf(each.key) }, each.name),
        ' ',
        criticalityMark(each.criticality),
        h('p', { class: 'sw-quiet' }, [each.class, say('impact.level', each.level), each.through, loss].filter(Boolean).join(' · ')),
        each.path.length > 2 && h('p', { class: 'reg-path' }, h('span', { class: 'visually-hidden' }, say('impact.path')), each.path.join(' → ')),
      ),
      h('button', { type: 'button', class: 'btn btn-quiet btn-sm', 'aria-label': say('impact.show', each.name), onclick: () => this.choose(each.key) }, icon('crosshair')),
    );
    return line;
  }

  choose(key, scroll) {
    const chosen = this.chosen === key ? null : key;
    this.chosen = chosen;
    const item = this.found.items.find(each => each.key === chosen);
    this.graph?.mark(chosen, item?.path);
    for (const line of this.rows.children) {
      const on = Boolean(chosen) && line.dataset.key === chosen;
      line.classList.toggle('reg-chosen', on);
      if (on && scroll) line.scrollIntoView({ block: 'nearest' });
    }
  }
}
