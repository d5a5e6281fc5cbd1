/* What a release reaches beyond its own configuration items: the list that Tasklist shows too. */
import { part } from './parts.js';

const { impact } = await part('impact');

export function reach(release) {
  const found = impact(release, true);
  return { element: found.element, refresh: () => found.refresh(true) };
}
