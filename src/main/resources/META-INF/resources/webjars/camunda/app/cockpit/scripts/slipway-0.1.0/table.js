/*
 * A table whose pages are fetched one by one, with what it shows while it loads, fails or has nothing, and with its rows
 * as CSV and JSON. Rows come from the engine by place (with a total) or from our API by key (without one).
 */
import { call, h } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { MOST } from './engine.js';
import { csv, download } from './export.js';
import { t } from './texts.js';

/** Most rows of one exported file; the table says so when there are more. */
const MOST_EXPORTED = 10_000;

/** Tells the journal that a file leaves; there is no file when it could not be told. */
const noted = (file, format, rows) => call('POST', '/api/audit/exports', { file, format: format.toUpperCase(), rows });

/** Pages of the engine's history, as engine.history gives them. */
export function byPlace({ rows, count }) {
  return {
    async page(number, size, signal) {
      const [items, total] = await Promise.all([rows(number * size, size, signal), count(signal)]);
      return { items, total, more: (number + 1) * size < total };
    },
    async all(size, take) {
      for (let first = 0; ; first += size) {
        const items = await rows(first, size);
        if (!(await take(items)) || items.length < size) return;
      }
    },
  };
}

/**
 * Pages of our own lists.
 *
 * @param fetchPage answers what comes after a key: items, and the key of the next page if there is one
 */
export function byKey(fetchPage) {
  const keys = [undefined];
  return {
    async page(number, size, signal) {
      const { items, next } = await fetchPage(keys[number], size, signal);
      keys[number + 1] = next;
      return { items, more: next !== null && next !== undefined };
    },
    async all(size, take) {
      for (let key; ; ) {
        const { items, next } = await fetchPage(key, size);
        if (!(await take(items)) || next === null || next === undefined) return;
        key = next;
      }
    },
  };
}

function button(label, press, more = {}) {
  return h('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: press, ...more }, label);
}

class PagedTable {
  /**
   * @param name    what the table is called: for those who cannot see it, and its files
   * @param columns each with {@code title} (a key), {@code text} (row to plain text) and, where that is not enough,
   *                {@code show} (row to what the cell holds); {@code numeric} ones stand to the right
   * @param enrich  brings what rows of a page need besides, before they are shown or exported
   * @param spread  makes what is exported of items that hold others
   * @param rows    makes the rows of a page, where one line per item is not it
   * @param changed is told of each page that is shown
   */
  constructor({ name, file, columns, source, size = 20, empty = 'AUDIT_NOTHING', enrich = async rows => rows, spread = items => items, rows, changed = () => {} }) {
    Object.assign(this, { columns, source, size, empty, enrich, spread, changed });
    this.file = file;
    this.rowsOf = rows ?? (items => items.map(item => this.row(item)));
    this.number = 0;
    this.said = h('span', { class: 'sw-audit-said', role: 'status' });
    this.back = button(t('AUDIT_PREVIOUS'), () => this.go(this.number - 1), { disabled: true });
    this.on = button(t('AUDIT_NEXT'), () => this.go(this.number + 1), { disabled: true });
    this.exports = ['csv', 'json'].map(kind => button(kind.toUpperCase(), () => this.export(kind), { 'aria-label': t('AUDIT_EXPORT', { kind: kind.toUpperCase() }), title: t('AUDIT_EXPORT', { kind: kind.toUpperCase() }), disabled: true }));
    this.body = h('tbody');
    this.table = h(
      'table',
      { class: 'sw-audit-table', 'aria-label': name },
      h('thead', {}, h('tr', {}, columns.map(each => h('th', { scope: 'col', class: each.numeric && 'sw-numeric' }, t(each.title))))),
      this.body,
    );
    this.state = h('div', { class: 'sw-audit-state' });
    this.element = h(
      'div',
      { class: 'sw-audit-paged' },
      h('div', { class: 'sw-audit-scroll', role: 'region', 'aria-label': name, tabindex: 0 }, this.table),
      this.state,
      h('div', { class: 'sw-audit-foot' }, this.said, h('span', { class: 'sw-audit-foot-buttons' }, this.back, this.on, this.exports)),
    );
    this.go(0);
  }

  async go(number) {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    this.element.setAttribute('aria-busy', 'true');
    this.back.disabled = this.on.disabled = true;
    this.state.replaceChildren(h('p', { class: 'sw-audit-quiet' }, t('SW_LOADING')));
    try {
      const page = await this.source.page(number, this.size, asked.signal);
      const items = await this.enrich(page.items);
      if (asked !== this.asked) return;
      this.number = number;
      this.show(page, items);
    } catch (problem) {
      if (asked !== this.asked) return;
      this.failed(problem, number);
    }
    this.element.removeAttribute('aria-busy');
  }

  show({ total, more, from = this.number * this.size + 1 }, items) {
    this.body.replaceChildren(...this.rowsOf(items));
    this.table.hidden = !items.length;
    this.state.replaceChildren(...(items.length ? [] : [h('p', { class: 'sw-audit-quiet' }, t(this.empty))]));
    const to = from + items.length - 1;
    this.said.textContent = !items.length ? '' : total === undefined ? t('AUDIT_ROWS', { from, to }) : t('AUDIT_ROWS_OF', { from, to, total });
    this.back.disabled = this.number === 0;
    this.on.disabled = !more;
    this.exports.forEach(each => (each.disabled = !items.length));
    this.changed(items, total);
  }

  failed(problem, number) {
    console.error('Slipway:', problem);
    this.body.replaceChildren();
    this.table.hidden = true;
    this.said.textContent = '';
    this.state.replaceChildren(failure(problem, () => this.go(number)));
  }

  row(item) {
    return h('tr', {}, this.columns.map(column => this.cell(column, item)));
  }

  cell(column, item) {
    const content = (column.show ?? column.text)(item);
    return h('td', { class: column.numeric && 'sw-numeric' }, content ?? '');
  }

  /** Everything the table has, not only the page that is shown. */
  async export(kind) {
    const before = this.said.textContent;
    this.exports.forEach(each => (each.disabled = true));
    this.said.textContent = t('AUDIT_EXPORTING');
    const rows = [];
    let left = false;
    try {
      await this.source.all(MOST, async items => {
        left = rows.length + items.length > MOST_EXPORTED;
        rows.push(...this.spread(await this.enrich(items.slice(0, MOST_EXPORTED - rows.length))));
        return !left && rows.length < MOST_EXPORTED;
      });
      await noted(this.file, kind, rows.length);
      if (kind === 'json') download(`${this.file}.json`, 'application/json', `${JSON.stringify(rows, null, 2)}\n`);
      else download(`${this.file}.csv`, 'text/csv;charset=utf-8', csv(this.columns.map(each => t(each.title)), rows.map(row => this.columns.map(each => each.text(row)))));
      this.said.textContent = left || rows.length >= MOST_EXPORTED ? t('AUDIT_EXPORTED_FIRST', { count: rows.length }) : before;
    } catch (problem) {
      this.said.textContent = t('AUDIT_EXPORT_FAILED', { reason: problem.message });
    }
    this.exports.forEach(each => (each.disabled = false));
  }
}

/** What stands where something could not be had, with a way to ask again. */
export function failure(problem, again) {
  return h('p', { class: 'sw-audit-failed', role: 'alert' }, problem.message, ' ', again && button(t('AUDIT_AGAIN'), again));
}

export function table(options) {
  return new PagedTable(options).element;
}
