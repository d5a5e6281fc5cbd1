/* What all pages have: times as people speak of them, keys, and what happens when a part of a page cannot be fetched. */
const language = document.documentElement.lang;
const UNITS = { year: 31536000, month: 2592000, day: 86400, hour: 3600, minute: 60 };
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });

function speakOfTimes() {
  for (const time of document.querySelectorAll('time[data-ago]')) {
    const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
    const unit = Object.keys(UNITS).find(each => Math.abs(seconds) >= UNITS[each]) ?? 'minute';
    time.textContent = relative.format(Math.round(seconds / UNITS[unit]), unit);
  }
}

speakOfTimes();
setInterval(speakOfTimes, 60000);
document.addEventListener('htmx:afterSettle', speakOfTimes);

/** Where tabs or places do not all fit, the one that is open is in sight. */
for (const open of document.querySelectorAll('nav [aria-current=page]')) {
  let row = open.parentElement;
  while (row !== document.body && getComputedStyle(row).overflowX === 'visible') row = row.parentElement;
  const [there, here] = [row, open].map(each => each.getBoundingClientRect());
  if (row !== document.body) row.scrollLeft += here.left + here.width / 2 - there.left - there.width / 2;
}

/** Rows are walked with the arrow keys or j and k; the first link of a row is what Enter opens. */
function walk(step) {
  const rows = [...document.querySelectorAll('[data-rows] tr')].filter(row => row.querySelector('a'));
  const at = rows.findIndex(row => row.contains(document.activeElement));
  rows.at(Math.min(Math.max(at + step, 0), rows.length - 1))?.querySelector('a').focus();
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest('input, textarea, select, [contenteditable], .dropdown-menu, dialog');
  if (typing) return;
  const inRows = event.target.closest('[data-rows]');
  if (event.key === '/') document.querySelector('[data-quick-search]').focus();
  else if (event.key === 'j' || (inRows && event.key === 'ArrowDown')) walk(1);
  else if (event.key === 'k' || (inRows && event.key === 'ArrowUp')) walk(-1);
  else return;
  event.preventDefault();
});

// -- what could not be fetched ---------------------------------------------------------------------------------------

const told = new WeakMap();

/** What the server says of it, if it says something. */
function reason({ xhr }) {
  try {
    return JSON.parse(xhr.responseText).detail ?? '';
  } catch {
    return '';
  }
}

/** Says so where it would have come to stand, with a way to ask again. */
function failed({ detail }) {
  const { elt, target } = detail;
  if (detail.xhr.status === 401) {
    // The login has ended: the page goes there and comes back.
    location.reload();
    return;
  }
  told.get(elt)?.remove();
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'btn btn-link sw-inline';
  again.textContent = document.body.dataset.again;
  again.addEventListener('click', () => elt.dispatchEvent(new CustomEvent('slipway:again')));
  const alert = document.createElement('p');
  alert.className = 'sw-alert sw-alert-problem';
  alert.setAttribute('role', 'alert');
  alert.append([document.body.dataset.failed, reason(detail)].filter(Boolean).join(' '), ' ', again);
  told.set(elt, alert);
  if (elt.matches('[hx-trigger^=load]')) elt.replaceChildren(alert);
  else if (elt === target || elt.matches('form')) target.prepend(alert);
  else elt.after(alert);
}

for (const each of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) document.addEventListener(each, failed);
document.addEventListener('htmx:beforeSwap', event => {
  if (!event.detail.isError) told.get(event.detail.requestConfig.elt)?.remove();
});
