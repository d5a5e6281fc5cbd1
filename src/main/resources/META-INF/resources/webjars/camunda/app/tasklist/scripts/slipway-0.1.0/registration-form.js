/* The start form: registers a release, with defaults of its model and people, groups and places to choose from. */
import { upload } from './attachments.js';
import { call, get, h, listAll, service, t, word } from './core.js';
import { control, refresh, setValue, valueOf } from './fields.js';
import { prepare, resume } from './form.js';

/** Impact × urgency as derive-priority.dmn has it; the server derives it again. */
export function showPriority(state) {
  const place = { HIGH: 1, MEDIUM: 2, LOW: 3 };
  const shown = state.form.querySelector('[data-sw-priority]');
  const value = place[valueOf(control(state.form, 'impact'))] + place[valueOf(control(state.form, 'urgency'))] - 1;
  shown.textContent = value ? `${value} · ${word('PRIORITY', value)}` : '–';
}

/** Offers the models that can be chosen, by portfolio. */
async function offerModels(select) {
  const [portfolios, models] = await Promise.all(['/api/portfolios', '/api/models?status=ACTIVE'].map(path => listAll(path).catch(() => [])));
  for (const portfolio of portfolios) {
    const own = models.filter(each => each.portfolio === portfolio.key);
    if (own.length) select.append(h('optgroup', { label: portfolio.name }, own.map(each => h('option', { value: each.key }, each.name))));
  }
  return models;
}

/** The fields of what a model may demand beside what every registration needs. */
const DEMANDS = { VERSION: 'version', CONFIGURATION_ITEMS: 'configurationItems', BACKOUT_PLAN: 'backoutPlan', CONTACT_PHONE: 'contact.phone', CONTACT_UNIT: 'contact.unit' };

/** Marks what this model demands, as far as the form asks for it; what another one demanded is free again. */
export function demand(form, model) {
  for (const [item, name] of Object.entries(DEMANDS)) {
    const field = control(form, name)?.closest('.sw-field');
    if (field) field.dataset.swRequired = model.mandatory?.includes(item) ? 'always' : 'never';
  }
  refresh(form);
}

/** A model brings defaults; what the person has chosen already stays. */
function takeDefaults(state, model) {
  const defaults = {
    executorGroup: model.executorGroup,
    approverGroup: model.approverGroup,
    impact: model.defaultImpact,
    urgency: model.defaultUrgency,
    risk: model.defaultRisk,
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
 * @param model the key of the model, where it was chosen before
 * @return settled when the form is filled and keeps what is typed
 */
export function registrationForm(camForm, $scope, { tell = tellInTasklist, model: wanted = null } = {}) {
  const state = prepare(camForm, $scope, (answers, headers) => register(state, answers, headers, tell));
  const { form } = state;
  return state.shown.then(async () => {
    const of = name => control(form, name);
    for (const name of ['impact', 'urgency']) of(name).addEventListener('change', () => showPriority(state));
    of('requester').addEventListener('sw-picked', event => takePerson(state, event.detail));
    const chosen = of('model');
    const [models, me] = await Promise.all([
      wanted ? get(`/api/models/${encodeURIComponent(wanted)}`).then(model => [model]) : offerModels(chosen),
      get('/api/me').catch(() => null),
    ]);
    const follow = () => {
      const model = models.find(each => each.key === chosen.value);
      if (!model) return;
      takeDefaults(state, model);
      demand(form, model);
    };
    chosen.addEventListener('change', follow);
    const before = state.memory.get();
    if (me && !before) {
      setValue(of('requester'), me.id);
      takePerson(state, me);
    }
    if (!wanted && models.length === 1 && !before) setValue(chosen, models[0].key);
    if (wanted) before ? demand(form, models[0]) : follow();
    resume(state, null);
    showPriority(state);
  });
}
