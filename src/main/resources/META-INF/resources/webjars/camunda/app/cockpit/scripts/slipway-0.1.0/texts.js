/* Our texts: those of Tasklist, which name statuses, tasks and occurrences, and the ones that only Cockpit needs. */
import { learn, spoken, t } from '../../../tasklist/scripts/slipway-0.1.0/core.js';

const catalogue = new URL(`../../locales/slipway-0.1.0/${spoken}.json`, import.meta.url);
const answer = await fetch(catalogue, { cache: 'no-cache', signal: AbortSignal.timeout(5000) });
learn((await answer.json()).labels);

export { t };

/** A word of a list that the engine keeps (types, states, operations); one that is not known is shown as it is. */
export function term(kind, value) {
  if (value === null || value === undefined || value === '') return '';
  const key = `AUDIT_${kind}_${value}`;
  const text = t(key);
  return text === key ? String(value) : text;
}
