/* The start form: registers a release, with defaults of its model and people, groups and places to choose from. */
import { upload } from './attachments.js';
import { call, get, h, list, listOnce, service, t, word } from './core.js';
import { control, setValue, valueOf } from './fields.js';
import { prepare, resume } from './form.js';

/** Impact × urgency as derive-priority.dmn has it; the server derives it again. */
export function showPriority(state) {
  const place = { HIGH: 1, MEDIUM: 2, LOW: 3 };
  const shown = state.form.querySelector('[data-sw-priority]');
  const value = place[valueOf(control(state.form, 'impact'))] + place[valueOf(control(state.form, 'urgency'))] - 1;
  shown.textContent = value ? `${value} · ${word('PRIORITY', value)}` : '–';
}

function options(select, items, value, label) {
  if (!select) return; // this form does not ask for it
  const chosen = select.value;
  select.replaceChildren(h('option', { value: '' }), ...items.map(item => h('option', { value: value(item) }, label(item))));
  select.value = chosen;
}

const keyOf = item => item.key ?? item.id;
const nameOfItem = item => item.name ?? keyOf(item);

/** What there is to choose from, as far as the form asks for it; returns the models. */
export async function offerRegistries(state) {
  const of = name => control(state.form, name);
  const [groups, contracts, units, locations, portfolios] = await Promise.all(
    ['groups', 'contracts', 'units', 'locations', 'portfolios'].map(each => listOnce(`/api/${each}?limit=100`).catch(() => [])),
  );
  for (const name of ['executorGroup', 'approverGroup']) options(of(name), groups, keyOf, nameOfItem);
  options(of('contract'), contracts.filter(each => each.active !== false), keyOf, nameOfItem);
  const narrow = () => {
    const contract = of('contract') && valueOf(of('contract'));
    const unit = valueOf(of('contact.unit'));
    options(of('contact.unit'), units.filter(each => !contract || !each.contract || each.contract === contract), keyOf, nameOfItem);
    options(of('contact.location'), locations.filter(each => !unit || !each.unit || each.unit === unit), keyOf, nameOfItem);
  };
  narrow();
  of('contract')?.addEventListener('change', narrow);
  of('contact.unit').addEventListener('change', narrow);

  const models = [];
  if (!of('model')) return models;
  for (const portfolio of portfolios) {
    const active = await list(`/api/portfolios/${encodeURIComponent(keyOf(portfolio))}/models?status=ACTIVE`).catch(() => []);
    if (!active.length) continue;
    models.push(...active);
    of('model').append(h('optgroup', { label: nameOfItem(portfolio) }, active.map(each => h('option', { value: keyOf(each) }, nameOfItem(each)))));
  }
  return models;
}

/** A model brings defaults; what the person has chosen already stays. */
function takeDefaults(state, model) {
  const defaults = {
    executorGroup: model.executorGroup,
    approverGroup: model.approverGroup,
    impact: model.defaultImpact,
    urgency: model.defaultUrgency,
    contract: model.defaultContract,
  };
  for (const [name, value] of Object.entries(defaults)) {
    const at = control(state.form, name);
    if (value && (valueOf(at) === null || at.dataset.swDefault === valueOf(at))) {
      setValue(at, value);
      at.dataset.swDefault = value;
    }
  }
}

function takePerson(state, person) {
  for (const [name, value] of Object.entries({ 'contact.name': person.name, 'contact.email': person.email })) {
    const at = control(state.form, name);
    if (value && (valueOf(at) === null || at.dataset.swDefault === valueOf(at))) {
      setValue(at, value);
      at.dataset.swDefault = value;
    }
  }
}

async function register(state, answers, headers, tell) {
  const release = await call('POST', '/api/releases', answers, headers);
  const refused = [];
  for (const file of state.form.querySelector('[data-sw-files]')?.files ?? []) {
    await upload(release.number, file).catch(problem => refused.push(`${file.name}: ${problem.message}`));
  }
  tell(release, refused);
  return {};
}

function tellInTasklist(release, refused) {
  const notes = service('Notifications');
  // While the dialog is open it takes every message to itself, and takes them along when it closes.
  service('$timeout')(() => {
    notes.addMessage({ status: t('SW_REGISTERED_OK', { number: release.number }), message: '', duration: 8000 });
    if (refused.length) notes.addError({ status: t('SW_FILES_REFUSED', { number: release.number }), message: refused.join(' ') });
  }, 800);
}

/**
 * Equips the start form.
 *
 * @param tell  called with the release and what was refused of its files
 * @param model the key of the model that is chosen from the beginning
 */
export function registrationForm(camForm, $scope, { tell = tellInTasklist, model: wanted = null } = {}) {
  const state = prepare(camForm, $scope, (answers, headers) => register(state, answers, headers, tell));
  const { form } = state;
  state.shown.then(async () => {
    const of = name => control(form, name);
    for (const name of ['impact', 'urgency']) of(name).addEventListener('change', () => showPriority(state));
    of('requester').addEventListener('sw-picked', event => takePerson(state, event.detail));
    const [models, me] = await Promise.all([offerRegistries(state), get('/api/me').catch(() => null)]);
    of('model').addEventListener('change', () => {
      const model = models.find(each => keyOf(each) === of('model').value);
      if (model) takeDefaults(state, model);
    });
    const before = state.memory.get();
    if (me && !before) {
      setValue(of('requester'), me.id);
      takePerson(state, me);
    }
    const first = wanted ?? (models.length === 1 ? keyOf(models[0]) : null);
    if (first && !before) setValue(of('model'), first);
    resume(state, null);
    showPriority(state);
  });
}
