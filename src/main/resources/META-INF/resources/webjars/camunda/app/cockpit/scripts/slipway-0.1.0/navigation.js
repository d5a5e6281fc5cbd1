/* "Audit" in Cockpit's header. */
import { h } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { t } from './texts.js';

export function render(node) {
  node.append(h('a', { href: '#/audit' }, t('AUDIT_AUDIT')));
}
