/*
 * Texts, dates, small DOM pieces and calls to Slipway's REST API: what every other module here stands on. Our own pages
 * and our pages in Cockpit use the same modules: where there is no Tasklist, texts come from its catalogue by the page's
 * language, and in Cockpit by the browser's, as Camunda chooses it.
 */

const webapp = document.querySelector('base[app-root]');
const tasklist = webapp?.getAttribute('app-name') === 'tasklist';
const root = (webapp?.getAttribute('app-root') ?? '').replace(/\/[^/]+$/, '');
const preferred = (webapp ? navigator.languages[0] : document.documentElement.lang).split('-')[0].toLowerCase();
/** The language of whatever does not come from Tasklist itself. */
export const spoken = ['en', 'es', 'pt'].includes(preferred) ? preferred : 'en';

async function catalogue() {
  try {
    const answer = await fetch(new URL(`../../locales/${spoken}.json`, import.meta.url));
    return (await answer.json()).labels;
  } catch (failure) {
    console.error('Slipway: the texts could not be fetched', failure);
    return {};
  }
}

const texts = tasklist ? null : await catalogue();

/** Tasklist's own services ($translate, Notifications, $rootScope), by name. */
export function service(name) {
  return window.angular?.element(document.body).injector()?.get(name);
}

/** Takes in the texts of pages that have a catalogue of their own. */
export function learn(more) {
  Object.assign(texts, more);
}

/** A text of the catalogue. Placeholders are {name}: what people typed is put in here and stays plain text. */
export function t(key, values = {}) {
  const text = (texts ? texts[key] : service('$translate')?.instant(key)) ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A word of a fixed list (status, phase, level …); a value this page does not know is shown as it is. */
export function word(kind, value) {
  if (value === null || value === undefined || value === '') return '';
  const key = `SW_${kind}_${value}`;
  const text = t(key);
  return text === key ? String(value) : text;
}

/** The language that dates and numbers are written in. */
export function language() {
  const used = texts ? spoken : (service('$translate')?.use() ?? 'en');
  return navigator.languages.find(each => each.split('-')[0] === used) ?? used;
}

/** Creates an element. Text children are text, never markup. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Icons are called as Tasklist's are; our own pages have others of the same meaning. */
const BOOTSTRAP_ICONS = {
  adjust: 'circle-half',
  'ban-circle': 'slash-circle',
  calendar: 'calendar3',
  'exclamation-sign': 'exclamation-circle-fill',
  flag: 'flag-fill',
  hourglass: 'hourglass-split',
  link: 'link-45deg',
  lock: 'lock-fill',
  ok: 'check-lg',
  pause: 'pause-fill',
  pencil: 'pencil',
  play: 'play-fill',
  'question-sign': 'question-circle',
  remove: 'x-lg',
  repeat: 'arrow-repeat',
  saved: 'save',
  'thumbs-up': 'hand-thumbs-up',
  time: 'clock-history',
  'warning-sign': 'exclamation-triangle-fill',
};

export function icon(name) {
  const marked = webapp === null ? `bi bi-${BOOTSTRAP_ICONS[name] ?? name}` : `glyphicon glyphicon-${name}`;
  return h('span', { class: marked, 'aria-hidden': 'true' });
}

/** Who is at this page. */
export function person() {
  return service('$rootScope')?.authentication?.name ?? document.body.dataset.person ?? '';
}

// -- dates ---------------------------------------------------------------------------------------------------------

const two = number => String(number).padStart(2, '0');

/** What an input of type datetime-local shows for an instant. */
export function toLocal(instant) {
  const date = new Date(instant);
  if (!instant || Number.isNaN(date.getTime())) return '';
  return `${toDay(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Today, as an input of type date wants it. */
export function toDay(date = new Date()) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The instant a person meant by a local date and time: the same wall clock with the offset of that day. */
export function toInstant(local) {
  const date = new Date(local);
  if (!local || Number.isNaN(date.getTime())) return null;
  const offset = -date.getTimezoneOffset();
  const hours = two(Math.floor(Math.abs(offset) / 60));
  return `${toLocal(date)}:00${offset < 0 ? '-' : '+'}${hours}:${two(Math.abs(offset) % 60)}`;
}

export function shortDate(instant) {
  if (!instant) return '';
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** A time as people speak of it, with the exact one on hover. */
export function ago(instant) {
  if (!instant) return '';
  const seconds = (new Date(instant) - Date.now()) / 1000;
  const units = { year: 31536000, month: 2592000, day: 86400, hour: 3600, minute: 60 };
  const unit = Object.keys(units).find(each => Math.abs(seconds) >= units[each]) ?? 'minute';
  const text = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(Math.round(seconds / units[unit]), unit);
  return h('time', { datetime: instant, title: shortDate(instant) }, text);
}

/** A window in one line: the year only when it is not the present one, the day once when both ends fall on it. */
export function period(window) {
  const ends = [window?.start, window?.end].filter(Boolean).map(each => new Date(each));
  if (!ends.length) return '';
  const year = ends.every(each => each.getFullYear() === new Date().getFullYear()) ? undefined : 'numeric';
  const format = new Intl.DateTimeFormat(language(), { year, month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
  return ends.length === 2 ? format.formatRange(...ends) : format.format(ends[0]);
}

export function minutes(count) {
  const days = Math.floor(count / 1440);
  const hours = Math.floor((count % 1440) / 60);
  const parts = [days && `${days} d`, hours && `${hours} h`, !days && count % 60 && `${count % 60} min`];
  return parts.filter(Boolean).join(' ') || '0 min';
}

export function fileSize(bytes) {
  const [amount, unit] = bytes < 1048576 ? [bytes / 1024, 'kilobyte'] : [bytes / 1048576, 'megabyte'];
  return new Intl.NumberFormat(language(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
}

// -- REST ----------------------------------------------------------------------------------------------------------

/** A refusal of the server (RFC 9457), or the lack of an answer (status 0). */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail || body.title || t(status === 0 ? 'SW_NO_ANSWER' : 'SW_REFUSED'));
    this.status = status;
    this.code = body.code;
    this.fields = body.errors?.length ? body.errors : body.field ? [{ field: body.field, message: this.message }] : [];
  }
}

/** Read at call time: the token changes with every login. */
function xsrf() {
  const found = document.cookie.split('; ').find(cookie => cookie.startsWith('SLIPWAY-XSRF='));
  return found ? decodeURIComponent(found.slice('SLIPWAY-XSRF='.length)) : '';
}

export function url(path) {
  return root + path;
}

/** Calls the REST API and returns its JSON (null when there is none); throws a Problem. */
export async function call(method, path, body, headers = {}) {
  const upload = body instanceof FormData;
  let response;
  try {
    response = await fetch(url(path), {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': language(),
        ...(method === 'GET' ? {} : { 'X-SLIPWAY-XSRF': xsrf() }),
        ...(body && !upload ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      body: upload ? body : body && JSON.stringify(body),
    });
  } catch {
    throw new Problem(0);
  }
  const json = /json/.test(response.headers.get('Content-Type') ?? '') ? await response.json() : null;
  if (response.status === 401 || (response.redirected && !json)) throw new Problem(401, { detail: t('SW_SESSION_ENDED') });
  if (!response.ok) throw new Problem(response.status, json ?? {});
  return json;
}

export const get = path => call('GET', path);

/** The items of a list. */
export async function list(path) {
  const answer = await get(path);
  return answer?.items ?? answer ?? [];
}

/** The items of a list to its end, page after page. */
export async function listAll(path) {
  const all = [];
  let next;
  do {
    const page = await get(`${path}${path.includes('?') ? '&' : '?'}limit=200${next ? `&after=${encodeURIComponent(next)}` : ''}`);
    all.push(...page.items);
    next = page.next;
  } while (next);
  return all;
}

/** A task as the API shows it (task, draft …), with the record of its release. */
export async function taskAndRelease(id) {
  const view = await get(`/api/tasks/${encodeURIComponent(id)}`);
  return { ...view, release: await get(`/api/releases/${encodeURIComponent(view.task.release)}`) };
}

/** Lists many parts of a page ask for; asked once, to their end. */
const asked = new Map();
export function listOnce(path, ask = listAll) {
  if (!asked.has(path)) {
    asked.set(path, ask(path));
    asked.get(path).catch(() => asked.delete(path));
  }
  return asked.get(path);
}

/** Names one attempt, so that sending it again after a lost answer does not do the work twice. */
export function attempt() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
