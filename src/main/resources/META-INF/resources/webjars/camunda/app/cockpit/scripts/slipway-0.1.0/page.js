/* What our pages in Cockpit are made of: the frame with its way back, facts, tabs, links, and words for moments. */
import { h, language, minutes, url } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { failure } from './table.js';
import { t, term } from './texts.js';

/** The address after the hash, as route and question. */
export function address() {
  const [path, question = ''] = location.hash.replace(/^#/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decodeURIComponent), question: new URLSearchParams(question) };
}

/** The pages of the audit, for their navigation. */
export function pages(current) {
  return [
    ['/audit', 'AUDIT_RELEASES'],
    ['/audit/journal', 'AUDIT_JOURNAL'],
    ['/audit/verification', 'AUDIT_VERIFICATION'],
  ].map(([path, title]) => {
    const to = link(path, t(title));
    to.className = 'btn btn-default btn-sm';
    if (path === current) to.setAttribute('aria-current', 'page');
    return to;
  });
}

/** A question without what was not said. */
export const query = values => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''));

/** Goes to a page of Cockpit; what is not said is left out of its address. */
export function go(path, question = {}) {
  const said = query(question).toString();
  location.hash = `#${path}${said && `?${said}`}`;
}

export const link = (path, ...content) => h('a', { href: `#${path}` }, content);
export const instanceLink = (id, ...content) => link(`/process-instance/${encodeURIComponent(id)}/history`, content);
export const releaseLink = number => link(`/audit/release/${encodeURIComponent(number)}`, h('span', { class: 'sw-audit-number' }, number));

const RELEASE = /^REL-\d{6,}$/;

/** A business key; those that are numbers of releases lead to the release. */
export function businessKey(key) {
  return RELEASE.test(key ?? '') ? releaseLink(key) : (key ?? '');
}

/** A moment to the second, which is what an order of events needs. */
export function exact(instant) {
  if (!instant) return '';
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(instant));
}

export const time = instant => instant && h('time', { datetime: instant, title: instant }, exact(instant));

/** How long something took, from milliseconds. */
export function lasting(milliseconds) {
  if (milliseconds === null || milliseconds === undefined) return '';
  if (milliseconds < 1000) return `${milliseconds} ms`;
  if (milliseconds < 60_000) return `${Math.round(milliseconds / 1000)} s`;
  return minutes(Math.round(milliseconds / 60_000));
}

export function state(value) {
  return h('span', { class: `sw-audit-badge sw-audit-state-${value}` }, term('STATE', value));
}

/** The rows of facts below a title; those without a value are left out. */
export function facts(pairs) {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  return h('dl', { class: 'sw-audit-facts' }, known.map(([label, value]) => h('div', {}, h('dt', {}, t(label)), h('dd', {}, value))));
}

/**
 * The frame of a page. Whatever goes wrong while it is made is said inside it.
 *
 * @param crumbs the way that leads here, each a link or a text
 */
export function frame(node, { title, crumbs, actions = [] }) {
  document.title = `Slipway | ${title}`;
  const body = h('div', { class: 'sw-audit-body' });
  node.append(
    h(
      'div',
      { class: 'sw-audit' },
      h('nav', { class: 'sw-audit-crumbs', 'aria-label': t('AUDIT_WHERE') }, h('ol', {}, crumbs.map(each => h('li', {}, each)))),
      h('header', { class: 'sw-audit-head' }, h('h1', {}, title), h('div', { class: 'sw-audit-actions' }, actions)),
      body,
    ),
  );
  return body;
}

/** Fills a place with what has to be fetched first. */
export async function fill(place, make) {
  place.replaceChildren(h('p', { class: 'sw-audit-quiet' }, t('SW_LOADING')));
  try {
    place.replaceChildren(...[await make()].flat().filter(Boolean));
  } catch (problem) {
    console.error('Slipway:', problem);
    place.replaceChildren(failure(problem, () => fill(place, make)));
  }
  return place;
}

export function section(title, ...content) {
  return h('section', { class: 'sw-audit-section' }, h('h2', {}, t(title)), content.filter(Boolean));
}

/** Tabs; what a tab holds is made when it is first opened. */
export function tabs(label, parts) {
  const place = h('div', { class: 'sw-audit-panels' });
  const made = new Map();
  const name = `sw-audit-tab-${Math.random().toString(36).slice(2, 8)}`;
  const open = (part, focus) => {
    parts.forEach((each, i) => {
      const chosen = each === part;
      buttons[i].setAttribute('aria-selected', String(chosen));
      buttons[i].tabIndex = chosen ? 0 : -1;
      if (chosen && focus) buttons[i].focus();
      if (chosen && !made.has(each)) {
        const panel = h('div', { role: 'tabpanel', id: `${name}-${each.id}`, 'aria-labelledby': `${name}-${each.id}-tab` });
        made.set(each, panel);
        place.append(panel);
        fill(panel, async () => each.make());
      }
      if (made.has(each)) made.get(each).hidden = !chosen;
    });
  };
  const step = event => {
    const here = buttons.indexOf(event.currentTarget);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: parts.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    open(parts[(to + parts.length) % parts.length], true);
  };
  const buttons = parts.map(each =>
    h('button', { type: 'button', role: 'tab', id: `${name}-${each.id}-tab`, 'data-tab': each.id, onclick: () => open(each), onkeydown: step }, t(each.title)),
  );
  open(parts.find(each => each.id === address().question.get('tab')) ?? parts[0]);
  return h('div', { class: 'sw-audit-tabs' }, h('div', { class: 'sw-audit-tablist', role: 'tablist', 'aria-label': label }, buttons), place);
}

/** A field of a filter, with its label. */
export function field(label, input) {
  return h('label', { class: 'sw-audit-field' }, h('span', {}, t(label)), input);
}

/** A filter; what is asked stands in the address, so that a page can be kept and passed on. */
export function filter(path, fields, extra = {}) {
  const inputs = fields.map(([, input]) => input);
  const form = h(
    'form',
    { class: 'sw-audit-filter', role: 'search' },
    fields.map(([label, input]) => field(label, input)),
    h('span', { class: 'sw-audit-filter-buttons' }, h('button', { type: 'submit', class: 'btn btn-primary btn-sm' }, t('AUDIT_SEARCH')), link(path, t('AUDIT_RESET'))),
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    go(path, { ...extra, ...Object.fromEntries(inputs.map(each => [each.name, each.value.trim()])) });
  });
  return form;
}

export function input(name, type = 'text', more = {}) {
  return h('input', { name, type, class: 'form-control', value: address().question.get(name) ?? '', ...more });
}

export function choice(name, options) {
  const asked = address().question.get(name) ?? '';
  return h('select', { name, class: 'form-control' }, options.map(([value, label]) => h('option', { value, selected: value === asked }, label)));
}

/** Midnight at the beginning of a day that was typed, or of the day after it. */
export function midnight(day, plus = 0) {
  if (!/^\d{4}-\d\d-\d\d$/.test(day ?? '')) return undefined;
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plus).toISOString();
}

export { url };
