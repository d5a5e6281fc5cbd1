/* Questionnaires: sections of questions in three languages, and the steps at which they are asked. */
import { part } from '../parts.js';
import { confirmed, frame } from './dialog.js';
import { List, state } from './list.js';
import { may, named, say, wordOf } from './texts.js';

const { call, h, icon, list, listAll, t } = await part('core');
const LANGUAGES = ['en', 'es', 'pt'];
const KINDS = ['RELEASE_TEST', 'RELEASE_STAGES', 'RELEASE_ITEM', 'RELEASE_SERVICE', 'GENERAL'];
const TYPES = ['YES_NO', 'SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TEXT', 'LONG_TEXT', 'ATTACHMENT'];
const STEPS = ['planRelease', 'approveRelease', 'authoriseRelease', 'executeRelease', 'testRelease', 'homologateRelease', 'closeRelease'];
const HAVE_CHOICES = ['SINGLE_CHOICE', 'MULTIPLE_CHOICE'];

// -- the questions ---------------------------------------------------------------------------------------------------

/** One text in three languages; English is what the others fall back to. */
function texts(label, value) {
  const inputs = LANGUAGES.map(language => {
    const name = say('questionnaires.text', label, language);
    return h('input', { type: 'text', class: 'form-control', maxlength: 1000, 'aria-label': name, placeholder: name, 'data-language': language, value: value?.[language] ?? '' });
  });
  const element = h('div', { class: 'reg-texts' }, inputs);
  element.swValue = () => {
    const said = Object.fromEntries(inputs.map(each => [each.dataset.language, each.value.trim()]).filter(([, text]) => text));
    return Object.keys(said).length ? said : null;
  };
  return element;
}

const button = (key, mark, act) => h('button', { type: 'button', class: 'btn btn-quiet btn-sm', 'aria-label': say(key), title: say(key), onclick: act }, icon(mark));

/** Moves and takes away one of several parts, and says their numbers anew. */
function ends(element, told) {
  const move = step => {
    const other = step < 0 ? element.previousElementSibling : element.nextElementSibling;
    if (other) step < 0 ? other.before(element) : other.after(element);
    told();
  };
  return h('span', { class: 'reg-end' }, button('registries.up', 'arrow-up', () => move(-1)), button('registries.down', 'arrow-down', () => move(1)), button('registries.row.remove', 'remove', () => (element.remove(), told())));
}

const CHOICE = /^([^=]+)=([^=]+)(?:=([^=]*))?(?:=([^=]*))?$/;
const written = choices => (choices ?? []).map(({ key, text }) => [key, text.en, text.es ?? '', text.pt ?? ''].join(' = ').replace(/( = )+$/, '')).join('\n');

function choicesOf(lines) {
  return lines
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map((line, at) => {
      const found = CHOICE.exec(line);
      if (!found) return { key: `choice${at + 1}`, text: { en: line } };
      const [, key, en, es, pt] = found.map(each => each?.trim());
      return { key, text: { en, ...(es && { es }), ...(pt && { pt }) } };
    });
}

function question(value, told) {
  const label = h('strong', {});
  const key = h('input', { type: 'text', class: 'form-control', maxlength: 40, value: value?.key ?? '', 'aria-label': say('questionnaires.question.key'), placeholder: say('questionnaires.question.key') });
  const type = h('select', { class: 'form-select', 'aria-label': say('questionnaires.question.type') }, TYPES.map(each => h('option', { value: each }, wordOf('questionType', each))));
  type.value = value?.type ?? 'YES_NO';
  const mandatory = h('input', { type: 'checkbox', class: 'form-check-input', checked: value?.mandatory === true });
  const choices = h('textarea', { class: 'form-control', rows: 3, 'aria-label': say('questionnaires.question.choices'), placeholder: say('questionnaires.question.choices') });
  choices.value = written(value?.choices);
  const text = texts(say('questionnaires.question.text'), value?.text);
  const shown = () => (choices.hidden = !HAVE_CHOICES.includes(type.value));
  type.addEventListener('change', shown);
  shown();
  const element = h('div', { class: 'reg-part' });
  element.append(
    h('div', { class: 'reg-part-head' }, label, ends(element, told)),
    text,
    h('div', { class: 'reg-row reg-question' }, h('div', { class: 'reg-cell' }, key), h('div', { class: 'reg-cell' }, type), h('label', { class: 'form-check' }, mandatory, ' ', say('questionnaires.question.mandatory'))),
    choices,
  );
  element.swNumber = number => (label.textContent = say('questionnaires.question', number));
  element.swValue = () => ({
    ...(value?.maxLength && { maxLength: value.maxLength }),
    key: key.value.trim(),
    type: type.value,
    text: text.swValue() ?? { en: '' },
    mandatory: mandatory.checked,
    ...(HAVE_CHOICES.includes(type.value) && { choices: choicesOf(choices.value) }),
  });
  return element;
}

function section(value, told) {
  const label = h('strong', {});
  const title = texts(say('questionnaires.section.title'), value?.title);
  const questions = h('div', {});
  const add = each => questions.append(question(each, told));
  (value?.questions ?? [null]).forEach(add);
  const element = h('div', { class: 'reg-part' });
  element.append(
    h('div', { class: 'reg-part-head' }, label, ends(element, told)),
    title,
    h('div', { class: 'reg-questions' }, questions),
    h('button', { type: 'button', class: 'btn btn-sm', onclick: () => (add(null), told(), questions.lastElementChild.querySelector('input').focus()) }, icon('plus-lg'), ' ', say('questionnaires.question.add')),
  );
  element.swNumber = number => {
    label.textContent = say('questionnaires.section', number);
    [...questions.children].forEach((each, at) => each.swNumber(at + 1));
  };
  element.swValue = () => ({ ...(title.swValue() && { title: title.swValue() }), questions: [...questions.children].map(each => each.swValue()) });
  return element;
}

function definition(spec, id) {
  const title = texts(named('questionnaires', 'title.text'), null);
  const sections = h('div', {});
  const control = h('div', { id, role: 'group', 'data-sw-name': spec.name });
  let heading = title;
  const told = () => {
    [...sections.children].forEach((each, at) => each.swNumber(at + 1));
    control.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const add = each => {
    sections.append(section(each, told));
    told();
  };
  control.append(heading, h('div', { class: 'reg-sections' }, sections), h('button', { type: 'button', class: 'btn btn-sm', onclick: () => (add(null), sections.lastElementChild.querySelector('input').focus()) }, icon('plus-lg'), ' ', say('questionnaires.section.add')));
  control.swFocus = heading.querySelector('input');
  control.swValue = () => ({ title: heading.swValue() ?? { en: '' }, sections: [...sections.children].map(each => each.swValue()) });
  control.swSet = value => {
    const next = texts(named('questionnaires', 'title.text'), value?.title);
    heading.replaceWith(next);
    heading = next;
    control.swFocus = heading.querySelector('input');
    sections.replaceChildren();
    (value?.sections ?? [null]).forEach(add);
  };
  return control;
}

// -- the steps that ask for it ---------------------------------------------------------------------------------------

async function models() {
  return listAll('/api/models');
}

async function assignments(questionnaire) {
  const { body } = frame(`${named('questionnaires', 'assignments')}: ${questionnaire.title}`);
  const path = `/api/questionnaires/${questionnaire.code}/assignments`;
  const failed = h('p', { class: 'sw-alert sw-alert-problem', role: 'alert', hidden: true });
  const rows = h('ul', { class: 'reg-assignments', 'aria-live': 'polite' });
  const tell = problem => {
    failed.hidden = !problem;
    failed.textContent = problem?.message ?? '';
  };
  const attempt = act => act().then(() => tell(), tell).then(show);
  const known = await models().catch(() => []);
  const nameOf = key => known.find(each => each.key === key)?.name ?? key;
  const step = each => (STEPS.includes(each) ? say(`step.${each}`) : each);
  const remove = async each => {
    const name = `${nameOf(each.model)} · ${step(each.step)}`;
    if (!(await confirmed(say('registries.remove.title', name), say('questionnaires.withdraw.says', name), say('registries.remove')))) return;
    await attempt(() => call('DELETE', `${path}/${encodeURIComponent(each.model)}/${encodeURIComponent(each.step)}`));
  };
  const show = async () => {
    const all = await list(path);
    rows.replaceChildren(
      ...all.map(each => h('li', {}, h('span', {}, nameOf(each.model), ' · ', step(each.step)), may && h('button', { type: 'button', class: 'btn btn-quiet btn-sm', 'aria-label': t('SW_REMOVE', { name: `${nameOf(each.model)} ${step(each.step)}` }), onclick: () => remove(each) }, icon('remove')))),
    );
    if (!all.length) rows.append(h('li', { class: 'sw-quiet' }, say('questionnaires.assignments.none')));
  };
  const model = h('select', { class: 'form-select', 'aria-label': named('questionnaires', 'model') }, known.map(each => h('option', { value: each.key }, each.name)));
  const at = h('select', { class: 'form-select', 'aria-label': named('questionnaires', 'step') }, STEPS.map(each => h('option', { value: each }, step(each))));
  at.value = 'testRelease';
  const add = h('button', { type: 'submit', class: 'btn btn-primary' }, say('questionnaires.assign'));
  const form = h('form', { class: 'reg-row sw-form' }, h('div', { class: 'reg-cell' }, model), h('div', { class: 'reg-cell' }, at), add);
  form.addEventListener('submit', event => {
    event.preventDefault();
    attempt(() => call('POST', path, { model: model.value, step: at.value }));
  });
  body.append(h('p', { class: 'sw-quiet' }, say('questionnaires.assignments.say')), failed, rows, may ? form : '');
  await show().catch(tell);
}

export function begin(box, above) {
  new List(
    box,
    {
      name: 'questionnaires',
      path: '/api/questionnaires',
      key: item => item.code,
      label: item => item.title ?? item.definition?.title.en,
      wide: true,
      whole: true,
      etag: item => item.revision,
      filters: [
        { name: 'kind', words: 'questionnaireKind', values: KINDS },
        { name: 'state', words: 'activity', values: ['ACTIVE', 'RETIRED'] },
      ],
      columns: [
        { name: 'title', wide: true },
        { name: 'code' },
        { name: 'kind', show: item => wordOf('questionnaireKind', item.kind) },
        { name: 'state', show: item => state('activity', item.state, 'ACTIVE') },
        { name: 'version', numeric: true },
      ],
      fields: [
        { name: 'code', required: true, max: 40, fixed: true, hint: say('portfolios.key.hint') },
        { name: 'kind', kind: 'choice', required: true, options: KINDS, words: 'questionnaireKind' },
        { name: 'state', kind: 'choice', required: true, options: ['ACTIVE', 'RETIRED'], words: 'activity' },
        { name: 'definition', build: definition },
      ],
      preset: { kind: 'RELEASE_TEST', state: 'ACTIVE', definition: null },
      change: ({ code, ...answers }) => answers,
      more: item => h('button', { type: 'button', class: 'btn reg-end', onclick: () => assignments(item) }, named('questionnaires', 'assignments')),
    },
    above,
  );
}
