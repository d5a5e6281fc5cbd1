/* The block "Links" of a release: one kind at a time, what is linked, and ways to add and to take away. */
import { call, get, h, icon, list, listOnce, t, toInstant, word } from './core.js';
import { KINDS } from './link-kinds.js';
import { equip } from './suggest.js';

let blocks = 0;

/** A web address is followed, anything else is text. */
function linkTo(address, text) {
  return /^https?:\/\//.test(address ?? '') ? h('a', { href: address, target: '_blank', rel: 'noopener' }, text) : text;
}

function planOf(plan) {
  if (!plan) return null;
  const name = [t(plan.label), plan.version].filter(Boolean).join(' ');
  return h(
    'details',
    { class: 'sw-description' },
    h('summary', {}, name),
    plan.text && h('p', {}, plan.text),
    plan.address && h('p', {}, linkTo(plan.address, plan.address)),
  );
}

class Links {
  constructor(release, kinds = KINDS) {
    this.release = release;
    this.kinds = kinds;
    this.path = `/api/releases/${encodeURIComponent(release.number)}/links`;
    this.id = `sw-links-${(blocks += 1)}`;
    this.mayLink = release.actions?.includes('LINK');
    this.counts = {};
    this.overview = h('span', { class: 'sw-badges' });
    this.notes = h('div', {});
    this.tabs = h('div', { class: 'sw-kinds', role: 'tablist', 'aria-label': t('SW_LINKS') });
    this.rows = h('ul', { class: 'sw-links-rows' });
    this.more = h('button', { type: 'button', class: 'btn btn-link sw-inline', hidden: true, onclick: () => this.load(this.next) }, t('SW_MORE'));
    this.said = h('p', { class: 'sw-error', role: 'alert', hidden: true });
    this.adding = h('div', { class: 'sw-links-add' });
    this.panel = h('div', { role: 'tabpanel', id: `${this.id}-panel` }, this.rows, this.more, this.said, this.adding);
    this.element = h('section', { class: 'sw-links' }, this.tabs, this.panel);
    this.kind = kinds[0];
    this.tabs.hidden = kinds.length === 1;
    this.tabs.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      this.show(kinds[(kinds.indexOf(this.kind) + step + kinds.length) % kinds.length]);
      this.tabs.querySelector('[aria-selected="true"]').focus();
    });
  }

  async count() {
    const [counts, roles] = await Promise.all([get(this.path), list(`${this.path}/roles?limit=200`)]);
    this.counts = { ...counts, ...(roles.length && { roles: roles.length }) };
    this.overview.replaceChildren(
      ...this.kinds.filter(({ id }) => this.counts[id]).map(({ id, label }) => h('span', { class: 'sw-badge' }, t(label), ' ', this.counts[id])),
    );
    this.drawTabs();
    const notices = this.counts.notifications ? await list(`${this.path}/notifications?limit=50`) : [];
    this.notes.replaceChildren(...notices.filter(each => each.valid).map(each => h('p', { class: 'sw-note' }, [each.title, each.audience].filter(Boolean).join(' · '))));
  }

  drawTabs() {
    this.tabs.replaceChildren(
      ...this.kinds.map(kind => {
        const chosen = kind === this.kind;
        const count = this.counts[kind.id];
        return h(
          'button',
          { type: 'button', role: 'tab', id: `${this.id}-${kind.id}`, 'aria-selected': String(chosen), 'aria-controls': this.panel.id, tabindex: chosen ? 0 : -1, onclick: () => this.show(kind) },
          t(kind.label),
          count && [' ', h('span', { class: 'sw-count' }, count)],
        );
      }),
    );
    this.panel.setAttribute('aria-labelledby', `${this.id}-${this.kind.id}`);
  }

  show(kind) {
    this.kind = kind;
    this.drawTabs();
    this.say();
    this.rows.replaceChildren(h('li', { class: 'sw-quiet' }, t('SW_LOADING')));
    this.more.hidden = true;
    this.offer();
    return this.load();
  }

  say(problem) {
    this.said.hidden = !problem;
    this.said.textContent = problem?.message ?? '';
  }

  async load(after = '') {
    const { kind } = this;
    const query = new URLSearchParams({ limit: 50, ...(after && { after }) });
    try {
      const page = await get(`${this.path}/${kind.id}?${query}`);
      if (kind !== this.kind) return; // another one was chosen meanwhile
      if (!after) this.rows.replaceChildren();
      this.rows.append(...page.items.map(each => this.row(each)));
      if (!this.rows.children.length) this.rows.append(h('li', { class: 'sw-quiet' }, t('SW_NOTHING_LINKED')));
      this.next = page.next ?? '';
      this.more.hidden = !this.next;
    } catch (problem) {
      this.rows.replaceChildren();
      this.say(problem);
    }
  }

  row(each) {
    const { code, title, state, bad, address, facts = [], situation, plan } = this.kind.show(each);
    const name = code ?? title;
    const told = facts.filter(Boolean).join(' · ');
    const row = h(
      'li',
      {},
      code && h('span', { class: 'sw-code' }, linkTo(address, code)),
      h('span', { class: 'sw-grow' }, title ?? '', told && h('span', { class: 'sw-quiet sw-links-facts' }, told), planOf(plan)),
      state && h('span', { class: `sw-badge${bad ? ' sw-badge-bad' : ''}` }, state),
      situation && this.situation(each, situation),
      this.mayLink && h('button', { type: 'button', class: 'sw-chip-remove', 'aria-label': t('SW_UNLINK_NAMED', { name }), onclick: () => this.askToUnlink(row, each, name) }, icon('remove')),
    );
    return row;
  }

  /** How the release stands towards one of its changes. */
  situation(change, chosen) {
    if (!this.mayLink) return h('span', { class: 'sw-badge' }, word('STATUS', chosen));
    const select = h('select', { class: 'form-control sw-links-situation', 'aria-label': t('SW_SITUATION_OF', { name: change.number }) }, h('option', { value: chosen }, word('STATUS', chosen)));
    const offer = found => {
      const offered = found.filter(each => each.active || each.key === chosen);
      const named = each => (word('STATUS', each.key) === each.key ? each.name : word('STATUS', each.key));
      select.replaceChildren(...offered.map(each => h('option', { value: each.key }, named(each))));
      if (!offered.some(each => each.key === chosen)) select.prepend(h('option', { value: chosen }, word('STATUS', chosen)));
      select.value = chosen;
    };
    listOnce('/api/release-situations').then(offer).catch(() => {});
    select.addEventListener('change', async () => {
      this.say();
      try {
        await call('PATCH', `${this.path}/changes/${encodeURIComponent(change.number)}`, { situation: select.value });
        chosen = select.value;
      } catch (problem) {
        select.value = chosen;
        this.say(problem);
      }
    });
    return select;
  }

  askToUnlink(row, each, name) {
    const says = t(this.kind.unlinkSays ?? 'SW_UNLINK_SAYS', { name });
    const go = h('button', { type: 'button', class: 'btn btn-danger btn-sm', onclick: () => this.unlink(each, go) }, t('SW_UNLINK'));
    const leave = h('button', { type: 'button', class: 'btn btn-link btn-sm', onclick: () => asked.replaceWith(row) }, t('SW_LEAVE_IT'));
    const asked = h('li', { class: 'sw-links-asked' }, h('span', { class: 'sw-grow' }, says), go, leave);
    row.replaceWith(asked);
    leave.focus();
  }

  async unlink(each, button) {
    button.disabled = true;
    try {
      await call('DELETE', `${this.path}/${this.kind.id}/${encodeURIComponent(this.kind.key(each))}`);
      this.changed();
    } catch (problem) {
      await this.load();
      this.say(problem);
    }
  }

  changed() {
    this.element.dispatchEvent(new CustomEvent('sw-linked', { bubbles: true }));
    this.say();
    this.count().catch(problem => this.say(problem));
    return this.show(this.kind);
  }

  /** The way to add one: something to find, or what has to be said. */
  offer() {
    this.adding.replaceChildren();
    if (!this.mayLink) return;
    if (this.kind.find) this.offerToFind();
    else this.ask(this.kind.ask, {}, t('SW_ADD'));
  }

  offerToFind() {
    const { find } = this.kind;
    const label = t(find.hint);
    const input = h('input', { type: 'text', class: 'form-control', maxlength: 200, placeholder: label, 'aria-label': label, 'data-sw-suggest': find.suggest });
    const go = h('button', { type: 'button', class: 'btn btn-default btn-sm' }, icon('link'), ' ', t('SW_LINK'));
    this.adding.append(h('div', { class: 'sw-links-find' }, input, go));
    equip(this.adding);
    const link = async () => {
      const named = input.value.trim();
      if (!named) return input.focus();
      return this.send({ [find.name]: named }, go, problem => this.offerToRegister(named, problem));
    };
    go.addEventListener('click', link);
    input.addEventListener('sw-entered', link);
  }

  /** What is not registered yet can be, by telling what it is. */
  offerToRegister(named, problem) {
    if (!this.kind.register || problem.status !== 400 || !problem.code?.endsWith('-unknown')) return this.say(problem);
    this.say();
    this.adding.querySelector('.sw-links-ask')?.remove();
    return this.ask(this.kind.register, { [this.kind.find.name]: named }, t('SW_REGISTER_AND_LINK'), t('SW_LINK_NEW', { name: named }));
  }

  ask(fields, known, action, lead) {
    const inputs = fields.map(field =>
      h('input', {
        id: `${this.id}-${field.name}`,
        type: field.type ?? 'text',
        class: 'form-control',
        maxlength: field.maxlength,
        'aria-required': field.required,
        'data-sw-suggest': field.suggest,
      }),
    );
    const go = h('button', { type: 'button', class: 'btn btn-default btn-sm' }, action);
    const box = h(
      'div',
      { class: 'sw-links-ask' },
      lead && h('p', { class: 'sw-hint' }, lead),
      h('div', { class: 'sw-grid' }, inputs.map((input, at) => h('div', { class: `sw-field${fields[at].required ? ' sw-is-required' : ''}` }, h('label', { for: input.id }, t(fields[at].label)), input))),
      go,
    );
    this.adding.append(box);
    equip(box);
    go.addEventListener('click', () => {
      const given = fields.map(({ name, type }, at) => [name, type === 'datetime-local' ? toInstant(inputs[at].value) : inputs[at].value.trim()]);
      const open = fields.findIndex((field, at) => field.required && !given[at][1]);
      if (open >= 0) {
        this.say({ message: `${t(fields[open].label)}: ${t('SW_REQUIRED')}` });
        inputs[open].focus();
        return;
      }
      this.send({ ...known, ...Object.fromEntries(given.filter(([, value]) => value)) }, go, problem => this.say(problem));
    });
    if (lead) inputs[0].focus();
  }

  async send(body, button, refused) {
    this.say();
    button.disabled = true;
    try {
      await call('POST', `${this.path}/${this.kind.id}`, body);
      await this.changed();
    } catch (problem) {
      button.disabled = false;
      refused(problem);
    }
  }
}

/**
 * The block of some kinds only, where they have a place of their own.
 *
 * @param kinds their ids
 */
export function linksOf(release, ...kinds) {
  const block = new Links(release, KINDS.filter(({ id }) => kinds.includes(id)));
  block.show(block.kind);
  block.count().catch(problem => block.say(problem));
  return h('div', {}, block.notes, block.element);
}

/** Closed, it tells how many there are of each kind; what they are is asked for when it is opened. */
export function links(release, open = false) {
  const block = new Links(release);
  const details = h('details', { class: 'sw-links-block', open }, h('summary', {}, h('h4', {}, t('SW_LINKS')), block.overview), block.element);
  let shown = false;
  const show = () => {
    if (!details.open || shown) return;
    shown = true;
    block.show(block.kind);
  };
  details.addEventListener('toggle', show);
  show();
  block.count().catch(problem => block.say(problem));
  return h('div', { class: 'sw-links-frame' }, block.notes, details);
}
