/*
 * What a release can be linked to: how a link of each kind is shown, what adding one asks for, and which of them may be
 * registered on the way. A kind's id is its place in the REST API.
 */
import { period, t, word } from './core.js';

const title = { name: 'title', label: 'SW_TITLE', required: true, maxlength: 200 };
const address = { name: 'url', label: 'SW_WEB_ADDRESS', type: 'url', maxlength: 500 };

/** Records of other tools are alike; what purchases add is the list of facts. */
function record(id, label, more = {}) {
  return {
    id,
    label,
    key: each => each.number,
    show: each => ({ code: each.number, title: each.title, state: word('RECORD', each.status), address: each.url }),
    find: { name: 'number', hint: 'SW_LINK_HINT', suggest: id },
    ...more,
  };
}

const registrable = { register: [title, address] };

function plan({ backoutPlan, backoutPlanUrl, backoutPlanVersion }) {
  if (!backoutPlan && !backoutPlanUrl) return null;
  return { label: 'SW_BACKOUT_PLAN', version: backoutPlanVersion, text: backoutPlan, address: backoutPlanUrl };
}

function purchase(each) {
  const centre = [each.costCentreCode, each.costCentreName].filter(Boolean).join(' ');
  return {
    code: each.number,
    title: each.title,
    state: word('RECORD', each.status),
    address: each.url,
    facts: [
      each.productDescription,
      each.itemStatus && `${t('SW_PURCHASE_ITEM')}: ${word('PURCHASE', each.itemStatus)}`,
      each.project && `${t('SW_PROJECT')}: ${each.project}`,
      centre && `${t('SW_COST_CENTRE')}: ${centre}`,
    ],
  };
}

function medium(each) {
  const found = each.homologated ? 'HOMOLOGATED' : each.homologation ? 'HASH_DIFFERS' : 'NOT_HOMOLOGATED';
  return {
    code: each.key,
    title: [each.name, each.version].filter(Boolean).join(' '),
    state: word('MEDIA', found),
    bad: !each.homologated,
    facts: [each.mediaType, each.physicalAddress, each.sha256 && `SHA-256 ${each.sha256.slice(0, 12)}…`],
  };
}

export const KINDS = [
  {
    id: 'changes',
    label: 'SW_CHANGES',
    key: each => each.number,
    show: each => ({ code: each.number, title: each.title, state: word('CHANGE', each.status), address: each.url, situation: each.situation, plan: plan(each) }),
    find: { name: 'number', hint: 'SW_CHANGES_HINT', suggest: 'changes' },
    unlinkSays: 'SW_UNLINK_CHANGE_SAYS',
  },
  {
    id: 'configuration-items',
    label: 'SW_ITEMS',
    key: each => each.key,
    show: each => ({ code: each.key, title: each.name, state: word('ITEM', each.status), facts: [each.broughtBy?.join(', ')] }),
    find: { name: 'key', hint: 'SW_LINK_HINT', suggest: 'configuration-items' },
  },
  record('problems', 'SW_PROBLEMS', registrable),
  record('tickets', 'SW_TICKETS'),
  record('knowledge', 'SW_KNOWLEDGE', registrable),
  record('purchases', 'SW_PURCHASES', { show: purchase }),
  record('projects', 'SW_PROJECTS', registrable),
  {
    id: 'media',
    label: 'SW_MEDIA',
    key: each => each.key,
    show: medium,
    find: { name: 'key', hint: 'SW_LINK_HINT', suggest: 'media' },
    register: [
      { name: 'name', label: 'SW_NAME', required: true, maxlength: 200 },
      { name: 'version', label: 'SW_VERSION', maxlength: 40 },
      { name: 'physicalAddress', label: 'SW_PHYSICAL_ADDRESS', required: true, maxlength: 500 },
      { name: 'mediaType', label: 'SW_MEDIA_TYPE', required: true, maxlength: 60 },
    ],
  },
  {
    id: 'notifications',
    label: 'SW_SYSTEM_NOTIFICATIONS',
    key: each => each.id,
    show: each => ({ title: each.title, state: each.valid && t('SW_VALID_NOW'), facts: [period({ start: each.validFrom, end: each.validTo }), each.audience] }),
    ask: [
      { name: 'title', label: 'SW_TITLE', required: true, maxlength: 200 },
      { name: 'audience', label: 'SW_AUDIENCE', maxlength: 200 },
      { name: 'validFrom', label: 'SW_VALID_FROM', type: 'datetime-local' },
      { name: 'validTo', label: 'SW_VALID_TO', type: 'datetime-local' },
    ],
  },
  {
    id: 'roles',
    label: 'SW_ROLES',
    key: each => each.id,
    show: each => ({ code: each.person, title: each.role }),
    ask: [
      { name: 'person', label: 'SW_PERSON', required: true, suggest: 'people' },
      { name: 'role', label: 'SW_ROLE', required: true, maxlength: 200 },
    ],
  },
];
