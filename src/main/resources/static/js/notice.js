/* What has just been done, said in a corner of the page; it outlives a reload. */
const KEPT = 'slipway:said';

/** Where messages stand; for one that changes while it stands there. */
export function corner() {
  let found = document.querySelector('.sw-notices');
  if (!found) {
    found = document.createElement('div');
    found.className = 'sw-notices';
    document.body.append(found);
  }
  return found;
}

export function notice(text, grave = false) {
  const box = document.createElement('p');
  box.className = grave ? 'sw-notice sw-notice-grave' : 'sw-notice';
  box.setAttribute('role', grave ? 'alert' : 'status');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn-close';
  close.setAttribute('aria-label', '×');
  close.addEventListener('click', () => box.remove());
  box.append(text, close);
  corner().append(box);
  if (!grave) setTimeout(() => box.remove(), 8000);
}

/** Said when the next page of this tab is there. */
export function noticeLater(text, grave = false) {
  sessionStorage.setItem(KEPT, JSON.stringify([...kept(), { text, grave }]));
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) ?? [];
  } catch {
    return [];
  }
}

kept().forEach(({ text, grave }) => notice(text, grave));
sessionStorage.removeItem(KEPT);
