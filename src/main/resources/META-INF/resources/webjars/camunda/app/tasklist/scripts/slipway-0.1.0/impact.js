/*
 * What a release reaches beyond its own configuration items: a line in every form, and where one plans or decides also who
 * is reached and why. The line and the list, as it is when unfolded, come with one request.
 */
import { get, h, icon, shortDate, t, word } from './core.js';

const ICONS = { IMPACTED: 'exclamation-sign', WEAKENED: 'adjust', NEEDED: 'link', NONE: 'ok' };

/** The approved impact is that of every level, so this is too unless a person asks for less. */
const EVERY_LEVEL = 100;
const LEVELS = [1, 2, 3, 5];

const PAGE = 25;

/** Of what has changed since the approval no more are named in a warning. */
const MOST_NAMED = 10;

function effect(value, text) {
  return h('span', { class: `sw-status sw-effect-${value}` }, icon(ICONS[value]), ' ', text);
}

/** "3 impacted · 2 weakened" */
function overview({ impacted, weakened }) {
  const counts = Object.entries({ IMPACTED: impacted, WEAKENED: weakened }).filter(([, count]) => count);
  if (!counts.length) return [effect('NONE', t('SW_IMPACT_NOTHING'))];
  return counts.map(([value, count]) => effect(value, t(`SW_COUNT_${value}_${count === 1 ? 'ONE' : 'MANY'}`, { count })));
}

function named(keys) {
  const rest = keys.length - MOST_NAMED;
  return keys.slice(0, MOST_NAMED).join(', ') + (rest > 0 ? ` ${t('SW_AND_MORE', { count: rest })}` : '');
}

/** What has become of the impact since somebody approved it. */
function warning(approved) {
  if (!approved?.difference) return [];
  const { impacted, spared, weakened, unweakened } = approved.difference;
  const lines = Object.entries({ IMPACTED: impacted, SPARED: spared, WEAKENED: weakened, UNWEAKENED: unweakened })
    .filter(([, keys]) => keys.length)
    .map(([kind, keys]) => h('li', {}, `${/^(S|U)/.test(kind) ? '−' : '+'} ${word('DIFFERENCE', kind)}: ${named(keys)}`));
  const says = t('SW_IMPACT_CHANGED', { date: shortDate(approved.takenAt), name: approved.takenBy });
  return [h('div', { class: 'sw-alert sw-alert-warn', role: 'alert' }, h('p', {}, icon('warning-sign'), ' ', h('strong', {}, says)), h('ul', {}, lines))];
}

/** An item that is reached: how grave that is, and the way from it back to the release's own. */
function row(each) {
  const told = [each.class, each.environment, each.owner].filter(Boolean).join(' · ');
  const loss = each.loss && `${t('SW_LOST', each.loss)} (${each.through})`;
  return h(
    'li',
    {},
    h('span', { class: 'sw-code' }, each.key),
    h(
      'span',
      { class: 'sw-grow' },
      each.name === each.key ? '' : each.name,
      loss && h('span', { class: 'sw-loss' }, ' ', loss),
      told && h('span', { class: 'sw-quiet sw-links-facts' }, told),
      each.path.length > 1 && h('ol', { class: 'sw-path', 'aria-label': t('SW_IMPACT_PATH') }, each.path.map(key => h('li', {}, key))),
    ),
    each.criticality && h('span', { class: `sw-badge sw-criticality-${each.criticality}` }, word('CRITICALITY', each.criticality)),
  );
}

class Impact {
  constructor(release, listed) {
    this.path = `/api/releases/${encodeURIComponent(release.number)}/impact`;
    this.listed = listed;
    this.round = 0;
    this.changed = h('div', {});
    this.overview = h('span', { class: 'sw-badges' });
    this.failed = h('p', { class: 'sw-error', role: 'alert', hidden: true });
    this.results = h('div', {});
    const title = h('h4', {}, t('SW_IMPACT_REACH'));
    if (listed) {
      this.details = h('details', { class: 'sw-impact-block' }, h('summary', {}, title, this.overview), h('div', { class: 'sw-links' }, this.filters(), this.results));
      this.details.addEventListener('toggle', () => this.details.open && this.show());
    }
    this.element = h('section', { class: 'sw-links-frame sw-impact', hidden: true }, this.changed, this.details ?? h('div', { class: 'sw-impact-line' }, title, this.overview), this.failed);
  }

  /** Asks anew. @param any whether the release has configuration items; without them it reaches nothing */
  async refresh(any) {
    const mine = (this.round += 1);
    this.element.hidden = !any;
    this.answer = this.shown = null;
    if (!any) return;
    this.overview.replaceChildren(h('span', { class: 'sw-quiet' }, t('SW_LOADING')));
    this.say();
    try {
      const answer = await this.ask({ depth: EVERY_LEVEL, limit: this.listed ? PAGE : 1 });
      if (mine !== this.round) return; // the links have changed again meanwhile
      this.answer = answer;
      this.overview.replaceChildren(...overview(answer.totals));
      this.changed.replaceChildren(...warning(answer.approved));
      if (this.details?.open) await this.show();
    } catch (problem) {
      if (mine !== this.round) return;
      this.overview.replaceChildren();
      this.say(problem, () => this.refresh(true));
    }
  }

  ask(query) {
    return get(`${this.path}?${new URLSearchParams({ order: 'CRITICAL_FIRST', ...query })}`);
  }

  say(problem, again) {
    this.failed.hidden = !problem;
    if (!problem) return;
    this.failed.replaceChildren(problem.message, ' ', h('button', { type: 'button', class: 'btn btn-link sw-inline', onclick: again }, t('SW_TRY_AGAIN')));
  }

  // -- filters -----------------------------------------------------------------------------------------------------

  filters() {
    const id = `sw-impact-${Math.random().toString(36).slice(2)}`;
    const select = (name, options) => h('select', { name, id: `${id}-${name}`, class: 'form-control' }, options.map(([value, text]) => h('option', { value }, text)));
    const typed = name => h('input', { type: 'text', name, id: `${id}-${name}`, class: 'form-control', maxlength: 200, list: `${id}-${name}s`, autocomplete: 'off' });
    const above = level => t('SW_AND_ABOVE', { level: word('CRITICALITY', level) });
    const fields = [
      ['SW_DIRECTION', select('direction', ['DEPENDENTS', 'DEPENDENCIES', 'BOTH'].map(each => [each, word('DIRECTION', each)]))],
      ['SW_DEPTH', select('depth', [[EVERY_LEVEL, t('SW_DEPTH_ALL')], ...LEVELS.map(each => [each, each])])],
      ['SW_CRITICALITY', select('criticality', [['', t('SW_ANY')], ['CRITICAL', word('CRITICALITY', 'CRITICAL')], ['HIGH', above('HIGH')], ['MEDIUM', above('MEDIUM')]])],
      ['SW_CLASS', typed('class')],
      ['SW_ENVIRONMENT', typed('environment')],
    ];
    this.controls = fields.map(([, control]) => control);
    this.unfiltered = this.query();
    const box = h(
      'div',
      { class: 'sw-impact-filters' },
      fields.map(([label, control]) => h('div', { class: 'sw-field' }, h('label', { for: control.id }, t(label)), control)),
      ['class', 'environment'].map(name => h('datalist', { id: `${id}-${name}s`, 'data-of': name })),
    );
    box.addEventListener('input', event => event.stopPropagation()); // no answer of the form
    box.addEventListener('change', () => this.show());
    box.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.target.tagName !== 'INPUT') return;
      event.preventDefault(); // would send the form
      this.show();
    });
    return box;
  }

  query() {
    return Object.fromEntries(this.controls.map(each => [each.name, each.value.trim()]).filter(([, value]) => value));
  }

  /** Offers the classes and environments that were seen; others can be typed. */
  offer(items) {
    for (const list of this.details.querySelectorAll('datalist')) {
      const seen = new Set([...list.children].map(option => option.value));
      items.forEach(each => each[list.dataset.of] && seen.add(each[list.dataset.of]));
      list.replaceChildren(...[...seen].sort().map(value => h('option', { value })));
    }
  }

  // -- list --------------------------------------------------------------------------------------------------------

  /** Lists what the filters ask for; what is listed already is not asked for again. */
  async show() {
    const query = this.query();
    const asked = JSON.stringify(query);
    if (!this.answer || asked === this.shown) return;
    this.shown = asked;
    this.say();
    this.results.replaceChildren(h('p', { class: 'sw-quiet', role: 'status' }, t('SW_LOADING')));
    try {
      const same = asked === JSON.stringify(this.unfiltered);
      const found = same ? this.answer : await this.ask({ ...query, limit: PAGE });
      if (asked !== this.shown) return; // another filter was set meanwhile
      this.offer(found.items);
      const lists = Object.keys(ICONS).filter(each => found.totals[each.toLowerCase()]).map(each => this.list(each, found, query));
      if (!lists.length) lists.push(h('p', { class: 'sw-quiet', role: 'status' }, t(same ? 'SW_IMPACT_NOTHING' : 'SW_NO_ITEM_MATCHES')));
      if (found.owners.length) lists.unshift(h('dl', { class: 'sw-fact' }, h('dt', {}, t('SW_INFORM')), h('dd', {}, found.owners.join(', '))));
      this.results.replaceChildren(...lists);
    } catch (problem) {
      if (asked !== this.shown) return;
      this.shown = null;
      this.results.replaceChildren();
      this.say(problem, () => this.show());
    }
  }

  /** The items reached in one way. The first page is of all ways together, so more of one begins anew, with what is shown. */
  list(value, found, query) {
    const total = found.totals[value.toLowerCase()];
    const rows = h('ul', { class: 'sw-links-rows' }, found.items.filter(each => each.effect === value).map(row));
    const more = h('button', { type: 'button', class: 'btn btn-link sw-inline', hidden: rows.children.length >= total }, t('SW_MORE'));
    let next = '';
    const load = async () => {
      more.disabled = true;
      this.say();
      try {
        const where = next ? { limit: PAGE, after: next } : { limit: rows.children.length + PAGE };
        const page = await this.ask({ ...query, effect: value, ...where });
        if (!next) rows.replaceChildren();
        rows.append(...page.items.map(row));
        this.offer(page.items);
        next = page.next ?? '';
        more.hidden = !next;
      } catch (problem) {
        this.say(problem, load);
      }
      more.disabled = false;
    };
    more.addEventListener('click', load);
    if (!rows.children.length) load(); // others have filled the first page
    return h('section', { class: 'sw-impact-list' }, h('h4', {}, effect(value, word('EFFECT', value)), ' ', h('span', { class: 'sw-count' }, total)), rows, more);
  }
}

/**
 * The impact of a release as a line.
 *
 * @param listed whether it can be unfolded into what is reached
 * @returns the element, and refresh(any) that has to be told whether the release has configuration items
 */
export function impact(release, listed) {
  return new Impact(release, listed);
}
