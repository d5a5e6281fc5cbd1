/* The releases that touch an item, and the versions it has had with what was different in each. */
import { part } from '../parts.js';
import { named, say, wordOf } from '../registry/texts.js';
import { pathOf } from './kinds.js';

const [{ ago, get, h, shortDate, t }, { priority, status }] = await Promise.all(['core', 'facts'].map(part));

/** A table that grows page by page; the last version of a page waits for the next one to be compared with. */
async function paged(pane, path, columns, rows, none) {
  const body = h('tbody', { 'data-rows': true });
  const foot = h('p', { class: 'sw-more' });
  const table = h('div', { class: 'sw-scroll' }, h('table', { class: 'sw-list' }, h('thead', {}, h('tr', {}, columns.map(each => h('th', { scope: 'col' }, each)))), body));
  const items = [];
  const load = async after => {
    foot.replaceChildren(h('span', { class: 'sw-quiet', role: 'status' }, t('SW_LOADING')));
    try {
      const page = await get(`${path}${path.includes('?') ? '&' : '?'}limit=25${after ? `&after=${encodeURIComponent(after)}` : ''}`);
      items.push(...page.items);
      body.replaceChildren(...rows(items, Boolean(page.next)));
      foot.replaceChildren(page.next ? h('button', { type: 'button', class: 'btn btn-sm', onclick: () => load(page.next) }, t('SW_MORE')) : '');
      if (!items.length) pane.replaceChildren(h('p', { class: 'sw-none sw-quiet' }, none));
    } catch (problem) {
      foot.replaceChildren(h('span', { role: 'alert' }, problem.message, ' '), h('button', { type: 'button', class: 'btn btn-sm', onclick: () => load(after) }, t('SW_TRY_AGAIN')));
    }
  };
  pane.append(table, foot);
  await load();
}

export function releases(item, pane) {
  const row = each =>
    h(
      'tr',
      {},
      h('td', { class: 'reg-wide' }, h('a', { class: 'sw-title-link', href: `/releases/${encodeURIComponent(each.number)}` }, each.title), h('span', { class: 'sw-number reg-under' }, each.number)),
      h('td', {}, status(each.status)),
      h('td', {}, priority(each.priority)),
      h('td', {}, ago(each.deadline)),
    );
  return paged(pane, `/api/releases?configurationItem=${encodeURIComponent(item.key)}`, ['SW_RELEASE', 'SW_STATUS', 'SW_PRIORITY', 'SW_DEADLINE'].map(key => t(key)), all => all.map(row), say('cmdb.releases.none'));
}

const written = (name, value) => (name === 'status' ? t(`SW_ITEM_${value}`) : name === 'group' ? wordOf('group', value) : name === 'criticality' ? t(`SW_CRITICALITY_${value}`) : String(value));

/** What one state says differently from the one before, in words. */
function differences(now, before) {
  const flat = state => {
    const { attributes, redundancy, ...plain } = state ?? {};
    return { ...plain, ...Object.fromEntries([...Object.entries(attributes ?? {}), ...Object.entries(redundancy ?? {})].map(([name, value]) => [`#${name}`, value])) };
  };
  const [after, earlier] = [flat(now), flat(before)];
  const said = value => value !== null && value !== undefined && value !== '';
  return [...new Set([...Object.keys(after), ...Object.keys(earlier)])]
    .filter(name => (said(after[name]) || said(earlier[name])) && after[name] !== earlier[name])
    .map(name => {
      const label = name.startsWith('#') ? name.slice(1) : named('cmdb', name);
      const show = value => (said(value) ? written(name, value) : say('registries.nothing'));
      return h('li', {}, h('span', { class: 'sw-quiet' }, `${label}: `), h('del', {}, show(earlier[name])), ' → ', h('ins', {}, show(after[name])));
    });
}

export function versions(item, pane) {
  const rows = (all, more) =>
    all.slice(0, more ? -1 : undefined).map((each, at) => {
      const before = all[at + 1];
      const changes = before ? differences(each.state, before.state) : [h('li', { class: 'sw-quiet' }, say('versions.first'))];
      return h(
        'tr',
        {},
        h('td', {}, h('strong', {}, each.number)),
        h('td', {}, h('time', { datetime: each.at, title: shortDate(each.at) }, ago(each.at))),
        h('td', {}, each.who),
        h('td', { class: 'reg-origin' }, wordOf('origin', each.origin), each.originReference && /^REL-/.test(each.originReference) ? [' ', h('a', { href: `/releases/${each.originReference}` }, each.originReference)] : each.originReference ? ` ${each.originReference}` : ''),
        h('td', {}, h('ul', { class: 'reg-changes' }, changes.length ? changes : h('li', { class: 'sw-quiet' }, say('versions.same')))),
      );
    });
  return paged(pane, `${pathOf(item.key)}/versions`, ['version', 'when', 'who', 'origin', 'changes'].map(each => say(`versions.${each}`)), rows, say('registries.nothing'));
}
