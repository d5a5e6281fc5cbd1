/* Whether the journal is still what was written: of the installation, or of one release. */
import { get, h } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { download } from './export.js';
import { exact, facts, fill, frame, link, pages, query, releaseLink } from './page.js';
import { t } from './texts.js';

/** The server tells of no more than these. */
const MOST_TOLD = 100;

function broken(places) {
  const column = title => h('th', { scope: 'col' }, t(title));
  return h(
    'div',
    { class: 'sw-audit-scroll', role: 'region', 'aria-label': t('AUDIT_BROKEN'), tabindex: 0 },
    h(
      'table',
      { class: 'sw-audit-table', 'aria-label': t('AUDIT_BROKEN') },
      h('thead', {}, h('tr', {}, ['AUDIT_RELEASE', 'AUDIT_SEQUENCE', 'AUDIT_POSITION', 'AUDIT_ENTRY_OR_PERSON', 'AUDIT_REASON'].map(column))),
      h('tbody', {}, places.map(each => h('tr', {}, h('td', {}, each.release ? releaseLink(each.release) : ''), h('td', {}, each.sequence ?? ''), h('td', {}, each.position ?? ''), h('td', {}, each.entry ?? ''), h('td', { title: each.reason }, each.detail ?? each.reason)))),
    ),
  );
}

function verdict(answer, release) {
  const said = answer.valid ? 'AUDIT_VALID' : 'AUDIT_INVALID';
  const save = () => download(`verification${release ? `-${release}` : ''}.json`, 'application/json', `${JSON.stringify(answer, null, 2)}\n`);
  return [
    h('p', { class: `sw-audit-verdict sw-audit-verdict-${answer.valid ? 'good' : 'bad'}`, role: 'status' }, h('span', { class: `glyphicon glyphicon-${answer.valid ? 'ok' : 'warning-sign'}`, 'aria-hidden': 'true' }), ' ', t(said)),
    facts([
      ['AUDIT_LINES', answer.lines],
      ['AUDIT_ENTRIES', answer.entries],
      ['AUDIT_ERASED', answer.erased],
      ['AUDIT_RELEASES', answer.releases],
      ['AUDIT_SEALS', answer.seals],
      ['AUDIT_HEAD', answer.head && h('code', { title: answer.head.hash }, `${answer.head.position} · ${answer.head.hash}`)],
      ['AUDIT_ANCHORS', answer.anchors],
      ['AUDIT_VERIFIED_AT', exact(answer.verifiedAt)],
    ]),
    release && h('p', { class: 'sw-audit-quiet' }, t(answer.unbroken ? 'AUDIT_RELEASE_CHECKED' : 'AUDIT_RELEASE_CHECKED_PARTLY')),
    answer.anchors === 0 && h('p', { class: 'sw-audit-quiet' }, t('AUDIT_NO_ANCHOR')),
    answer.broken?.length > 0 && broken(answer.broken),
    answer.broken?.length >= MOST_TOLD && h('p', { class: 'sw-audit-quiet' }, t('AUDIT_BROKEN_CUT', { shown: answer.broken.length })),
    h('p', {}, h('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: save }, t('AUDIT_SAVE_VERDICT'))),
  ];
}

function verification(release) {
  const place = h('div', { class: 'sw-audit-verification', 'aria-live': 'polite' });
  const start = () => fill(place, async () => verdict(await get(`/api/audit/verification?${query({ release })}`), release));
  // Recomputing every hash is work for the server, so it is asked for.
  return h('div', {}, h('p', {}, h('button', { type: 'button', class: 'btn btn-default btn-sm sw-audit-verify', onclick: start }, t(release ? 'AUDIT_VERIFY_RELEASE' : 'AUDIT_VERIFY'))), place);
}

/** The section of one release. */
export const releaseVerification = number => verification(number);

export function render(node) {
  const body = frame(node, {
    title: t('AUDIT_VERIFICATION'),
    crumbs: [link('/audit', t('AUDIT_AUDIT')), h('span', { 'aria-current': 'page' }, t('AUDIT_VERIFICATION'))],
    actions: pages('/audit/verification'),
  });
  body.append(h('p', { class: 'sw-audit-quiet' }, t('AUDIT_VERIFICATION_SAYS')), verification());
}
