/* One page for all registries: the address says which one it is about. */
import { List } from './list.js';
import { facts } from './texts.js';

const OTHERS = { calendars: './calendars.js', questionnaires: './questionnaires.js', rights: './rights.js', 'rights-report': './reports.js', overrides: './reports.js' };

const box = document.querySelector('[data-list]');
const above = document.querySelector('[data-new]');
const name = facts.registry;
if (name in OTHERS) {
  const { begin } = await import(OTHERS[name]);
  begin(box, above);
} else {
  const { KINDS } = await import('./kinds.js');
  new List(box, KINDS[name], above);
}
document.querySelector('.reg-side [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
