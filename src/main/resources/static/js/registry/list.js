/*
 * A list of a registry, from its description:
 *   name, path          what its texts begin with, and where the REST API has it
 *   key(item)           what addresses it; label(item) what people call it
 *   query               always asked along; search: 'text' when the server finds by text, else what is there is searched here
 *   filters             [{ name, words | options, values, preset }] as selects above the list
 *   columns             [{ name, show(item), title, numeric }]; the first leads to the item
 *   href(item)          a page of its own; without one the first column opens the dialog
 *   fields, method, etag, change(answers, item), read(item)   the dialog, see dialog.js
 *   again               what is there is made anew to change it
 *   confirm             (answers, item) asks before what cannot be seen from the fields alone
 *   remove              { says, go, when(item), call(item) } what is lost, and the word on the button
 */
import { noticeLater, notice } from '../notice.js';
import { part } from '../parts.js';
import { confirmed, edit, tell } from './dialog.js';
import { has, may, named, say, wordOf } from './texts.js';

const [{ call, get, h, icon, t }] = await Promise.all(['core'].map(part));
const PAGE = 50;
const MOST = 200;

export class List {
  /** @param box where it stands; @param above where the button for something new goes */
  constructor(box, kind, above) {
    this.box = box;
    this.kind = kind;
    this.items = [];
    this.round = 0;
    this.may = may;
    this.asked = Object.fromEntries((kind.filters ?? []).map(({ name, preset }) => [name, new URLSearchParams(location.search).get(name) ?? preset ?? '']));
    this.text = new URLSearchParams(location.search).get('text') ?? '';
    this.panel = h('section', { class: 'sw-panel', 'aria-busy': 'true', 'aria-label': say(`${kind.name}.title`) });
    this.told = h('p', { class: 'visually-hidden', role: 'status' });
    box.replaceChildren(this.bar(), this.told, this.panel);
    if (may && kind.fields && above && !kind.noNew) {
      above.replaceWith(h('button', { type: 'button', class: 'btn btn-primary', 'data-make': true, onclick: () => this.make() }, icon('plus-lg'), ' ', say(`${kind.name}.new`)));
    }
    this.load();
  }

  get path() {
    return typeof this.kind.path === 'function' ? this.kind.path() : this.kind.path;
  }

  // -- what is asked for -------------------------------------------------------------------------------------------

  bar() {
    const search = h('input', { type: 'search', class: 'form-control', maxlength: 100, value: this.text, placeholder: say(has(`${this.kind.name}.search`) ? `${this.kind.name}.search` : 'registries.search'), autocomplete: 'off' });
    search.setAttribute('aria-label', search.placeholder);
    let timer;
    search.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.ask({ text: search.value.trim() }), 250);
    });
    const filters = (this.kind.filters ?? []).filter(({ hidden }) => !hidden).map(({ name, words, values, options, narrow }) => {
      const label = named(this.kind.name, name);
      const select = h('select', { class: `form-select sw-fit${narrow ? ' reg-narrow' : ''}`, 'aria-label': label }, h('option', { value: '' }, `${label}: ${t('SW_ANY')}`));
      const offer = all => {
        select.append(...all.map(each => (Array.isArray(each) ? each : [each, wordOf(words, each)])).map(([value, text]) => h('option', { value }, text)));
        select.value = this.asked[name];
      };
      if (values) offer(values);
      else options().then(offer).catch(() => {});
      select.addEventListener('change', () => this.ask({ [name]: select.value }));
      return select;
    });
    return h('form', { class: 'sw-bar sw-filters', role: 'search', onsubmit: event => event.preventDefault() }, h('div', { class: 'sw-filter-text' }, icon('search'), search), filters);
  }

  /** Lists anew with something asked differently; the address of the page says what is listed. */
  ask(change) {
    if ('text' in change) this.text = change.text;
    const { text, ...filters } = change;
    Object.assign(this.asked, filters);
    const shown = new URL(location.href);
    for (const [name, value] of Object.entries({ ...this.asked, text: this.text })) value ? shown.searchParams.set(name, value) : shown.searchParams.delete(name);
    history.replaceState(null, '', shown);
    if (!this.kind.search && Object.keys(filters).length === 0) this.searchHere();
    else this.load();
  }

  query(limit, after) {
    const query = new URLSearchParams({ ...this.kind.query, limit });
    for (const [name, value] of Object.entries(this.asked)) if (value) query.set(name, value);
    if (this.kind.search && this.text) query.set(this.kind.search, this.text);
    if (after) query.set('after', after);
    return query;
  }

  // -- what is shown -----------------------------------------------------------------------------------------------

  async load(after) {
    const mine = (this.round += 1);
    this.panel.setAttribute('aria-busy', 'true');
    if (!this.items.length) this.panel.replaceChildren(h('p', { class: 'sw-none sw-quiet' }, t('SW_LOADING')));
    try {
      const page = await get(`${this.path}?${this.query(this.kind.page ?? (this.kind.search ? PAGE : MOST), after)}`);
      if (mine !== this.round) return;
      this.items = after ? [...this.items, ...page.items] : page.items;
      this.next = page.next;
      if (!this.kind.search && this.text) await this.searchHere();
      else this.show(this.items, after ? page.items[0] : null);
    } catch (problem) {
      if (mine !== this.round) return;
      this.fail(problem);
    } finally {
      if (mine === this.round) this.panel.setAttribute('aria-busy', 'false');
    }
  }

  fail(problem) {
    this.panel.replaceChildren(
      h('div', { class: 'sw-empty', role: 'alert' }, icon('exclamation-sign'), h('h2', {}, say('registries.failed')), h('p', {}, problem.message), h('button', { type: 'button', class: 'btn', onclick: () => this.load() }, t('SW_TRY_AGAIN'))),
    );
  }

  /** Where the server does not search, all there is comes here first; registries are short. */
  async searchHere() {
    try {
      while (this.next) {
        const page = await get(`${this.path}?${this.query(MOST, this.next)}`);
        this.items.push(...page.items);
        this.next = page.next;
      }
    } catch (problem) {
      this.fail(problem);
      return;
    }
    const wanted = this.text.toLocaleLowerCase();
    this.show(this.items.filter(item => this.row(item).textContent.toLocaleLowerCase().includes(wanted)));
  }

  show(items, focused) {
    this.told.textContent = say(items.length === 1 ? 'registries.count.one' : 'registries.count', items.length + (this.next ? '+' : ''));
    if (!items.length) {
      const filtered = this.text || Object.values(this.asked).some(Boolean);
      const name = filtered ? 'registries' : has(`${this.kind.name}.none`) ? this.kind.name : 'registries.empty';
      this.panel.replaceChildren(
        h('div', { class: 'sw-empty' }, icon(filtered ? 'search' : 'inbox'), h('h2', {}, say(`${name}.none`)), h('p', {}, say(filtered ? 'registries.none.hint' : has(`${name}.none.hint`) ? `${name}.none.hint` : 'registries.empty.none.hint'))),
      );
      return;
    }
    const head = h('tr', {}, this.kind.columns.map(({ name, numeric }) => h('th', { scope: 'col', class: numeric ? 'sw-numeric' : null }, named(this.kind.name, name))));
    const body = h('tbody', { 'data-rows': true });
    for (const item of this.kind.arrange ? this.kind.arrange(items) : items) body.append(this.row(item));
    const more = this.next && h('p', { class: 'sw-more' }, h('button', { type: 'button', class: 'btn btn-sm', onclick: () => this.load(this.next) }, t('SW_MORE')));
    this.panel.replaceChildren(h('div', { class: 'sw-scroll' }, h('table', { class: 'sw-list' }, h('thead', {}, head), body)), more || '');
    if (focused) body.children[items.indexOf(focused)]?.querySelector('a')?.focus();
  }

  row(item) {
    const cells = this.kind.columns.map(({ name, show, numeric, wide }, at) => {
      const value = show ? show(item) : item[name];
      const content = at ? (value ?? '') : this.lead(item, value);
      return h('td', { class: numeric ? 'sw-numeric' : wide ? 'reg-wide' : null }, content);
    });
    return h('tr', {}, cells);
  }

  /** The first column: a way to the item. */
  lead(item, value) {
    if (this.kind.href) return h('a', { class: 'sw-title-link', href: this.kind.href(item) }, value);
    if (!this.kind.fields && !this.kind.open) return value;
    const open = event => {
      event.preventDefault();
      this.open(item);
    };
    return h('a', { class: 'sw-title-link', href: '#', role: 'button', onclick: open }, value);
  }

  // -- what is changed ---------------------------------------------------------------------------------------------

  address(item) {
    return `${this.path}/${encodeURIComponent(this.kind.key(item))}`;
  }

  said(what, item) {
    return say(`registries.${what}`, this.kind.label(item));
  }

  async make(preset) {
    const { kind } = this;
    await edit({
      title: say(`${kind.name}.new`),
      registry: kind.name,
      fields: kind.fields,
      wide: kind.wide,
      preset: { ...kind.preset, ...preset },
      go: say('registries.make'),
      send: answers => call('POST', this.path, kind.add ? kind.add(answers) : answers),
      done: made => {
        const said = this.said('made', made ?? {});
        if (kind.href && kind.follow) {
          noticeLater(said);
          location.href = kind.href(made);
          return;
        }
        notice(said);
        this.load();
        kind.changed?.();
      },
    });
  }

  async open(item) {
    const { kind } = this;
    if (kind.open) return kind.open(item, this);
    const fetch = async () => (kind.whole ? kind.read?.(await get(this.address(item))) ?? get(this.address(item)) : item);
    let standing;
    try {
      standing = kind.whole ? await get(this.address(item)) : item;
    } catch (problem) {
      notice(problem.message, true);
      return undefined;
    }
    const removable = may && kind.remove && (kind.remove.when?.(standing) ?? true);
    return edit({
      title: kind.label(standing),
      registry: kind.name,
      fields: kind.fields,
      readOnly: !may,
      wide: kind.wide,
      values: kind.read ? kind.read(standing) : standing,
      fetch,
      confirm: kind.confirm,
      send: (answers, now) => this.change(item, answers, now),
      done: changed => {
        notice(this.said('changed', changed ?? standing));
        this.load();
        kind.changed?.();
      },
      more: dialog => [
        removable && h('button', { type: 'button', class: 'btn btn-danger reg-end', onclick: () => this.remove(standing, dialog) }, say(kind.remove.go ?? 'registries.remove')),
        kind.more?.(standing, dialog, this),
      ].filter(Boolean),
    });
  }

  change(item, answers, now) {
    const { kind } = this;
    const headers = kind.etag ? { 'If-Match': `"${kind.etag(now)}"` } : {};
    if (kind.again) return call('POST', this.path, answers, headers);
    return call(kind.method ?? 'PATCH', this.address(item), kind.change ? kind.change(answers, item) : answers, headers);
  }

  async remove(item, dialog) {
    const { remove } = this.kind;
    const label = this.kind.label(item);
    if (!(await confirmed(say('registries.remove.title', label), say(remove.says, label), say(remove.go ?? 'registries.remove')))) return;
    try {
      await (remove.call ? remove.call(item) : call('DELETE', this.address(item)));
      dialog.close();
      notice(say(remove.done ?? 'registries.removed', label));
      this.load();
      this.kind.changed?.();
    } catch (problem) {
      tell(dialog, problem);
    }
  }
}

/** Small marks that several registries show. */
export function badge(text, tone = 'still') {
  return text ? h('span', { class: `sw-badge reg-tone-${tone}` }, text) : '';
}

export function state(words, value, good) {
  return value ? badge(wordOf(words, value), value === good ? 'good' : 'still') : '';
}

export const tick = value => (value ? h('span', { class: 'reg-tick', role: 'img', 'aria-label': t('SW_YES') }, icon('ok')) : '');
