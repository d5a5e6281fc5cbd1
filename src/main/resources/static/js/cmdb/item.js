/* One configuration item: what it is, what it is connected with and reaches, which releases touch it, what it was before. */
import { notice } from '../notice.js';
import { part } from '../parts.js';
import { edit } from '../registry/dialog.js';
import { facts, may, named, say, wordOf } from '../registry/texts.js';
import { ItemImpact } from './impact.js';
import { classes, criticalityMark, itemFields, offer, pathOf, patched, statusMark } from './kinds.js';
import { Relationships } from './relationships.js';
import { releases, versions } from './story.js';

const { ago, call, get, h, icon, t } = await part('core');
const box = document.querySelector('[data-item]');
const key = facts.key;
let known = [];
let item;

const day = text => (text ? new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' }).format(new Date(`${text}T12:00:00`)) : '');

function fact(name, value) {
  return value ? h('div', { class: 'sw-fact' }, h('dt', {}, named('cmdb', name)), h('dd', {}, value)) : '';
}

function about() {
  const described = known.find(({ code }) => code === item.class);
  const attributes = Object.entries(item.attributes ?? {});
  const origin = item.lastOriginReference ? `${wordOf('origin', item.lastOrigin)} (${item.lastOriginReference})` : wordOf('origin', item.lastOrigin);
  return h(
    'section',
    { class: 'sw-panel reg-about', 'aria-label': say('cmdb.about') },
    h(
      'dl',
      { class: 'reg-facts' },
      fact('class', described?.label ?? item.class),
      fact('group', wordOf('group', item.group)),
      fact('owner', item.owner),
      fact('environment', item.environment),
      fact('site', item.site),
      fact('productVersion', item.productVersion),
      fact('endDate', day(item.endDate)),
      fact('version', `${item.version} · ${origin}`),
      fact('created', ago(item.createdAt)),
      fact('description', item.description && h('span', { class: 'reg-lines' }, item.description)),
    ),
    attributes.length > 0 && h('h2', { class: 'reg-side-title' }, say('cmdb.attributes')),
    attributes.length > 0 && h('dl', { class: 'reg-facts' }, attributes.map(([name, value]) => h('div', { class: 'sw-fact' }, h('dt', {}, name), h('dd', {}, value)))),
    Object.keys(item.redundancy ?? {}).length > 0 && h('h2', { class: 'reg-side-title' }, say('cmdb.redundancy')),
    Object.keys(item.redundancy ?? {}).length > 0 && h('dl', { class: 'reg-facts' }, Object.entries(item.redundancy).map(([type, least]) => h('div', { class: 'sw-fact' }, h('dt', {}, type), h('dd', {}, say('cmdb.redundancy.keeps', least))))),
  );
}

async function change() {
  await offer(known);
  edit({
    title: item.name,
    registry: 'cmdb',
    wide: true,
    fields: itemFields(known, false),
    values: item,
    fetch: () => get(pathOf(key)),
    send: (answers, standing) => call('PATCH', pathOf(key), patched(answers, standing), { 'If-Match': `"${standing.version}"` }),
    done: changed => {
      notice(say('registries.changed', changed.name));
      show();
    },
  });
}

function head() {
  document.title = `${item.name} · Slipway`;
  return h(
    'header',
    { class: 'sw-page-head' },
    h('h1', {}, item.name),
    item.name !== item.key && h('span', { class: 'sw-number' }, item.key),
    statusMark(item.status),
    criticalityMark(item.criticality) || '',
    h('div', { class: 'sw-end' }, may && item.status !== 'DESTROYED' && h('button', { type: 'button', class: 'btn btn-primary', onclick: change }, icon('pencil'), ' ', say('registries.edit'))),
  );
}

/** Tabs whose content comes when it is looked at; the address says which one is. */
function tabs(all) {
  const body = h('div', { class: 'reg-tab-body' });
  const buttons = all.map(({ id, make }, at) => {
    const button = h('button', { type: 'button', role: 'tab', id: `tab-${id}`, class: 'nav-link', 'aria-controls': `pane-${id}`, tabindex: -1 }, say(`cmdb.tab.${id}`));
    const pane = h('div', { role: 'tabpanel', id: `pane-${id}`, 'aria-labelledby': `tab-${id}`, hidden: true });
    body.append(pane);
    let made = false;
    button.swShow = () => {
      for (const other of buttons) {
        const on = other === button;
        other.classList.toggle('active', on);
        other.setAttribute('aria-selected', on);
        other.tabIndex = on ? 0 : -1;
        document.getElementById(other.getAttribute('aria-controls')).hidden = !on;
      }
      history.replaceState(null, '', `#${id}`);
      if (made) return;
      made = true;
      make(pane);
    };
    button.addEventListener('click', button.swShow);
    button.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const other = buttons[(at + step + buttons.length) % buttons.length];
      other.focus();
      other.swShow();
    });
    return button;
  });
  const section = h('section', { class: 'sw-panel' }, h('div', { class: 'nav reg-tabs', role: 'tablist', 'aria-label': say('cmdb.tabs') }, buttons), body);
  section.swBegin = () => (buttons.find(each => each.id === `tab-${location.hash.slice(1)}`) ?? buttons[0]).swShow();
  return section;
}

async function show() {
  try {
    [item, known] = await Promise.all([get(pathOf(key)), known.length ? known : classes().catch(() => [])]);
  } catch (problem) {
    box.replaceChildren(h('div', { class: 'sw-empty', role: 'alert' }, icon('exclamation-sign'), h('h1', {}, key), h('p', {}, problem.message), h('button', { type: 'button', class: 'btn', onclick: show }, t('SW_TRY_AGAIN'))));
    return;
  }
  const section = tabs([
    {
      id: 'impact',
      make: pane => {
        const impact = new ItemImpact(item);
        pane.append(impact.element);
        impact.load();
      },
    },
    { id: 'relationships', make: pane => new Relationships(item, pane) },
    { id: 'releases', make: pane => releases(item, pane) },
    { id: 'versions', make: pane => versions(item, pane) },
  ]);
  box.replaceChildren(head(), h('div', { class: 'reg-item' }, about(), section));
  section.swBegin();
}

await show();

