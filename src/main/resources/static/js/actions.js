/*
 * Actions on a release from any page: whatever has data-sw-release="REL-000001" and data-sw-action="SUSPEND" opens its
 * dialog. When it is done the document gets slipway:changed ({ release, action }); a page that refreshes what it shows
 * by itself calls preventDefault(), any other is fetched again.
 */
import { notice, noticeLater } from './notice.js';

function changed(release, action, said) {
  const event = new CustomEvent('slipway:changed', { detail: { release, action }, cancelable: true });
  if (document.dispatchEvent(event)) {
    noticeLater(said);
    location.reload();
  } else {
    notice(said);
  }
}

document.addEventListener('click', event => {
  const asked = event.target.closest('[data-sw-release][data-sw-action]');
  if (!asked) return;
  event.preventDefault();
  const { swRelease: number, swAction: action } = asked.dataset;
  import('./action-dialog.js')
    .then(({ openAction }) => openAction(number, action, said => changed(number, action, said)))
    .catch(failure => {
      console.error('Slipway:', failure);
      notice(failure.message, true);
    });
});
