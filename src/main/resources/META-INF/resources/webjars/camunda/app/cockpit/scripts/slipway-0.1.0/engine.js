/* Questions to the engine's REST, as the person who is logged in to Cockpit. Nothing here changes anything. */
import { language, Problem } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { t } from './texts.js';

const base = document.querySelector('base');
const engine = /\/app\/cockpit\/([^/]+)\//.exec(location.pathname)?.[1] ?? 'default';
const home = `${base?.getAttribute('engine-api') ?? '/camunda/api/engine/'}engine/${engine}`;

/** Most rows of one answer; the engine refuses questions without a bound. */
export const MOST = 200;

/** Read at call time: the token is another one after each login. */
function token() {
  const found = document.cookie.split('; ').find(cookie => cookie.startsWith('XSRF-TOKEN='));
  return found && decodeURIComponent(found.slice('XSRF-TOKEN='.length));
}

function query(criteria) {
  const pairs = Object.entries(criteria).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return pairs.length ? `?${new URLSearchParams(pairs)}` : '';
}

async function call(path, options = {}) {
  let answer;
  try {
    answer = await fetch(home + path, { credentials: 'same-origin', ...options, headers: { Accept: 'application/json', 'Accept-Language': language(), ...options.headers } });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(0);
  }
  const json = /json/.test(answer.headers.get('Content-Type') ?? '') ? await answer.json() : null;
  if (answer.status === 401 || (answer.redirected && !json)) throw new Problem(401, { detail: t('SW_SESSION_ENDED') });
  if (answer.status === 404) throw new Problem(404, { detail: t('AUDIT_NOT_FOUND') });
  if (answer.status === 403) throw new Problem(403, { detail: t('AUDIT_NOT_ALLOWED') });
  if (!answer.ok) throw new Problem(answer.status, { detail: json?.message });
  return json;
}

export const read = (path, criteria = {}, signal) => call(path + query(criteria), { signal });

/** A POST without its token would not only be refused: Camunda ends the whole session. So it is not sent. */
function ask(path, body, signal) {
  const secret = token();
  if (!secret) throw new Problem(401, { detail: t('SW_SESSION_ENDED') });
  return call(path, { method: 'POST', signal, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': secret } });
}

/**
 * Rows of one kind of history, by page. With several keys to sort by, the question is posted: rows of the same instant
 * then stand on exactly one page.
 *
 * @param kind     as the engine calls it, such as {@code activity-instance}
 * @param criteria what the rows have in common
 * @param sorting  pairs of the engine's name and {@code asc} or {@code desc}
 */
export function history(kind, criteria, sorting = []) {
  const path = `/history/${kind}`;
  const [by, order] = sorting[0] ?? [];
  const posted = sorting.length > 1;
  const extra = kind === 'detail' || kind === 'variable-instance' ? '&deserializeValues=false' : '';
  return {
    rows(first, count, signal) {
      if (!posted) return read(path, { ...criteria, sortBy: by, sortOrder: order, firstResult: first, maxResults: count }, signal);
      const body = { ...criteria, sorting: sorting.map(([sortBy, sortOrder]) => ({ sortBy, sortOrder })) };
      return ask(`${path}?firstResult=${first}&maxResults=${count}${extra}`, body, signal);
    },
    async count(signal) {
      return (await read(`${path}/count`, criteria, signal)).count;
    },
  };
}

export const processInstance = id => read(`/history/process-instance/${encodeURIComponent(id)}`);

export const processDefinition = id => read(`/process-definition/${encodeURIComponent(id)}`);

/** The drawing and what it says, as XML. */
export async function drawing(definition) {
  return (await read(`/process-definition/${encodeURIComponent(definition)}/xml`)).bpmn20Xml;
}

/** The engine wants its times without a colon in the offset. */
export function moment(instant) {
  if (!instant) return undefined;
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('Z', '+0000');
}
