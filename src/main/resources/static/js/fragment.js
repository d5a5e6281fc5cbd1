/* Parts of our own pages, fetched again to stand where they stood before. */
import { part } from './parts.js';

const { Problem, url } = await part('core');

/** A part of a page as the server writes it now; throws a Problem. */
export async function fragment(path) {
  let response;
  try {
    response = await fetch(url(path), { credentials: 'same-origin', headers: { Accept: 'text/html', 'HX-Request': 'true' } });
  } catch {
    throw new Problem(0);
  }
  if (!response.ok || response.redirected) throw new Problem(response.status);
  const holder = document.createElement('template');
  holder.innerHTML = await response.text();
  return holder.content;
}
