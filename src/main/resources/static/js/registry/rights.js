/*
 * What groups may do: a table of operations and groups, for all models or for the releases of one; and of which occasions the
 * people of a group's releases are always told.
 */
import { notice } from '../notice.js';
import { part } from '../parts.js';
import { confirmed } from './dialog.js';
import { may, say, wordOf } from './texts.js';

const { call, h, listAll, t } = await part('core');
const PATH = '/api/rights';
const ALL = '*';

/** The revision of a group that may do nothing yet. */
const NOTHING = 'none';
const WITH_RELEASES = ['REGISTER', 'CREATE', 'EDIT', 'EXECUTE', 'APPROVE', 'DELEGATE', 'SUSPEND', 'REACTIVATE', 'CANCEL', 'REOPEN', 'START_EARLY', 'PLAN_ACTIVITY'];
const WITH_REGISTRIES = ['MANAGE_CMDB', 'MANAGE_CHANGES', 'MANAGE_MEDIA', 'MANAGE_REGISTRIES', 'MANAGE_RIGHTS', 'MANAGE_RETENTION', 'AUDIT'];

/** Notifications that a group makes mandatory, as its record names them. They stand in the table as operations do. */
const OCCASIONS = ['onCreation', 'onClosing', 'onOtherActions'];
const isOccasion = each => OCCASIONS.includes(each);
const named = each => wordOf(isOccasion(each) ? 'notification' : 'operation', each);
const differ = (one, other) => one.length !== other.length || one.some(each => !other.includes(each));

const models = async () => (await listAll('/api/models')).filter(({ status }) => status !== 'RETIRED');

class Matrix {
  constructor(box) {
    this.box = box;
    this.model = ALL;
    this.wanted = new Map();
    addEventListener('beforeunload', event => this.wanted.size && event.preventDefault());
  }

  async load() {
    try {
      [this.rights, this.groups, this.models] = await Promise.all([listAll(PATH), listAll('/api/groups'), models()]);
      this.show();
    } catch (problem) {
      this.box.replaceChildren(h('div', { class: 'sw-empty', role: 'alert' }, h('h2', {}, say('registries.failed')), h('p', {}, problem.message), h('button', { type: 'button', class: 'btn', onclick: () => this.load() }, t('SW_TRY_AGAIN'))));
    }
  }

  record(group, model) {
    return this.rights.find(each => each.group === group && each.model === model);
  }

  granted(group, model) {
    const operations = this.record(group, model)?.operations ?? [];
    return model === ALL ? [...operations, ...this.mandatory(group)] : operations;
  }

  mandatory(group) {
    const { notifications } = this.groups.find(({ id }) => id === group) ?? {};
    return OCCASIONS.filter(each => notifications?.[each]);
  }

  /** What is to be granted once it is saved. */
  now(group) {
    return this.wanted.get(group) ?? this.granted(group, this.model);
  }

  show() {
    const select = h('select', { class: 'form-select sw-fit', 'aria-label': say('rights.model') }, h('option', { value: ALL }, say('rights.model.all')), this.models.map(each => h('option', { value: each.key }, each.name)));
    select.value = this.model;
    select.addEventListener('change', async () => {
      const chosen = select.value;
      select.value = this.model;
      if (this.wanted.size && !(await confirmed(say('rights.unsaved'), say('rights.unsaved.says'), say('rights.discard')))) return;
      this.model = chosen;
      this.wanted = new Map();
      this.show();
    });
    const operations = this.model === ALL ? [...WITH_RELEASES, ...WITH_REGISTRIES, ...OCCASIONS] : WITH_RELEASES;
    const section = (title, all) => [
      h('tr', { class: 'reg-section' }, h('th', { scope: 'rowgroup', colspan: this.groups.length + 1 }, title)),
      ...all.filter(each => operations.includes(each)).map(each => this.row(each)),
    ];
    this.says = h('span', { role: 'status' });
    this.save = h('p', { class: 'reg-save', hidden: true }, this.says, may && [h('button', { type: 'button', class: 'btn btn-primary', onclick: () => this.send() }, say('registries.save')), h('button', { type: 'button', class: 'btn btn-link', onclick: () => ((this.wanted = new Map()), this.show()) }, say('rights.discard'))]);
    this.box.replaceChildren(
      h('div', { class: 'sw-bar' }, h('label', { class: 'sw-quiet' }, say('rights.model'), ' '), select),
      h(
        'section',
        { class: 'sw-panel', 'aria-label': say('rights.title') },
        h(
          'div',
          { class: 'sw-scroll' },
          h(
            'table',
            { class: 'sw-list reg-matrix' },
            h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, say('rights.operation')), this.groups.map(each => h('th', { scope: 'col' }, each.name)))),
            h('tbody', {}, section(say('rights.releases'), WITH_RELEASES), this.model === ALL ? [...section(say('rights.registries'), WITH_REGISTRIES), ...section(say('rights.notifications'), OCCASIONS)] : ''),
          ),
        ),
        this.save,
      ),
    );
    this.count();
  }

  count() {
    const changes = this.box.querySelectorAll('.reg-changed').length;
    if (changes === 0) this.wanted = new Map();
    this.save.hidden = changes === 0;
    this.says.textContent = say('rights.changed', changes);
  }

  row(operation) {
    return h('tr', {}, h('th', { scope: 'row' }, named(operation)), this.groups.map(group => this.cell(group, operation)));
  }

  cell(group, operation) {
    const always = this.model !== ALL && this.granted(group.id, ALL).includes(operation);
    const name = say('rights.cell', group.name, named(operation));
    const box = h('input', { type: 'checkbox', class: 'form-check-input', 'aria-label': always ? `${name} (${say('rights.by.all')})` : name, title: always ? say('rights.by.all') : null, disabled: always || !may });
    box.checked = always || this.now(group.id).includes(operation);
    const cell = h('td', {}, box);
    const mark = () => cell.classList.toggle('reg-changed', !always && box.checked !== this.granted(group.id, this.model).includes(operation));
    mark();
    box.addEventListener('change', () => {
      const operations = new Set(this.now(group.id));
      box.checked ? operations.add(operation) : operations.delete(operation);
      this.wanted.set(group.id, [...operations]);
      mark();
      this.count();
    });
    return cell;
  }

  async send() {
    try {
      for (const [group, wanted] of this.wanted) {
        await this.grant(group, wanted.filter(each => !isOccasion(each)));
        if (this.model === ALL) await this.demand(group, wanted.filter(isOccasion));
        this.wanted.delete(group);
      }
      notice(say('rights.saved'));
      this.show();
    } catch (problem) {
      if (problem.code === 'concurrent-change') await this.takeIn();
      else notice(problem.message, true);
    }
  }

  async grant(group, operations) {
    const record = this.record(group, this.model);
    if (!differ(operations, record?.operations ?? [])) return;
    const saved = await call('PUT', PATH, { group, model: this.model, operations }, { 'If-Match': `"${record?.revision ?? NOTHING}"` });
    this.rights = [...this.rights.filter(each => each.group !== group || each.model !== this.model), saved];
  }

  async demand(group, occasions) {
    if (!differ(occasions, this.mandatory(group))) return;
    const record = this.groups.find(({ id }) => id === group);
    const wanted = Object.fromEntries(OCCASIONS.map(each => [each, occasions.includes(each)]));
    record.notifications = await call('PUT', '/api/groups/notifications', { group, ...wanted }, { 'If-Match': `"${record.notifications.revision}"` });
  }

  /** Somebody else was quicker: what he granted and withdrew is shown, and on top of it what is to be changed here. */
  async takeIn() {
    const changes = [...this.wanted].map(([group, operations]) => {
      const before = this.granted(group, this.model);
      return [group, operations.filter(each => !before.includes(each)), before.filter(each => !operations.includes(each))];
    });
    [this.rights, this.groups] = await Promise.all([listAll(PATH), listAll('/api/groups')]);
    this.wanted = new Map(changes.map(([group, more, fewer]) => [group, [...new Set([...this.granted(group, this.model), ...more])].filter(each => !fewer.includes(each))]));
    this.show();
    notice(say('rights.conflict'), true);
  }
}

export function begin(box) {
  new Matrix(box).load();
}
