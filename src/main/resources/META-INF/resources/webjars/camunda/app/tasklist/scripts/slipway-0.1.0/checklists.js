/* The checklists of a release: each with its state, opened, answered and confirmed in place, and a way to attach more. */
import { upload } from './attachments.js';
import { ago, attempt, call, get, h, icon, listAll, listOnce, person, t, word } from './core.js';
import { clearProblem, fill, missing, read, refresh, showChoices, showProblem } from './fields.js';

const ICONS = { OPEN: 'pencil', AWAITING_VALIDATION: 'hourglass', VALIDATED: 'ok' };

/** Then nothing is attached any more. */
const OVER = ['SOLVED', 'CLOSED', 'CONCLUDED', 'REJECTED', 'CANCELLED'];

/** More choices than these are picked from a list. */
const MOST_BUTTONS = 5;

function state(value) {
  return h('span', { class: `sw-status sw-checklist-${value}` }, icon(ICONS[value]), ' ', word('CHECKLIST', value));
}

/** What was typed into a checklist and not sent, kept in the browser until it is. */
function typed(id) {
  const key = `slipway:typed:${person()}:checklist:${id}`;
  return {
    get() {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    keep: answers => localStorage.setItem(key, JSON.stringify(answers)),
    forget: () => localStorage.removeItem(key),
  };
}

// -- questions -----------------------------------------------------------------------------------------------------

function choicesOf(question) {
  if (question.type !== 'YES_NO') return question.choices ?? [];
  return [
    { key: 'YES', text: t('SW_YES') },
    { key: 'NO', text: t('SW_NO') },
  ];
}

function single(names, question) {
  const choices = choicesOf(question);
  const options = [h('option', { value: '' }), ...choices.map(each => h('option', { value: each.key }, each.text))];
  return h('select', { ...names, class: 'form-control', 'data-sw-choice': choices.length <= MOST_BUTTONS }, options);
}

function several({ id, ...names }, question) {
  const boxes = choicesOf(question).map(each => h('input', { type: 'checkbox', value: each.key }));
  const labels = boxes.map((box, index) => h('label', { class: 'sw-check' }, box, choicesOf(question)[index].text));
  const group = h('div', { ...names, class: 'sw-checks', role: 'group', 'aria-labelledby': `${id}-label` }, labels);
  group.swValue = () => boxes.filter(box => box.checked).map(box => box.value);
  group.swSet = value => boxes.forEach(box => (box.checked = value?.includes(box.value) ?? false));
  group.swFocus = boxes[0];
  return group;
}

/** One of the release's files, or another one, attached to the release on the way. */
function attachment(names, release, files) {
  const option = file => h('option', { value: file.id }, file.name);
  const select = h('select', { ...names, class: 'form-control' }, h('option', { value: '' }), files.map(option));
  const said = h('p', { class: 'sw-error', role: 'alert', hidden: true });
  const input = h('input', { type: 'file', class: 'sw-visually-hidden' });
  input.addEventListener('change', async () => {
    said.hidden = true;
    try {
      const file = await upload(release, input.files[0]);
      select.append(option(file));
      select.value = file.id;
      select.dispatchEvent(new Event('input', { bubbles: true }));
      select.closest('.sw-form')?.querySelector('.sw-attachments')?.dispatchEvent(new Event('sw-attached'));
    } catch (problem) {
      said.textContent = problem.message;
      said.hidden = false;
    }
    input.value = '';
  });
  const button = h('label', { class: 'btn btn-default btn-sm sw-attach' }, icon('paperclip'), ' ', t('SW_ATTACH'), input);
  return h('div', { class: 'sw-pick' }, select, button, said);
}

function control(question, release, files) {
  const names = { id: `checklist-${question.key}`, 'data-sw-name': `answers.${question.key}` };
  switch (question.type) {
    case 'YES_NO':
    case 'SINGLE_CHOICE':
      return single(names, question);
    case 'MULTIPLE_CHOICE':
      return several(names, question);
    case 'LONG_TEXT':
      return h('textarea', { ...names, class: 'form-control', rows: 3, maxlength: question.maxLength });
    case 'ATTACHMENT':
      return attachment(names, release, files);
    default:
      return h('input', { ...names, type: 'text', class: 'form-control', maxlength: question.maxLength });
  }
}

function field(question, release, files) {
  const id = `checklist-${question.key}`;
  const label = h('label', { for: question.type === 'MULTIPLE_CHOICE' ? null : id, id: `${id}-label` }, question.text);
  return h('div', { class: 'sw-field', 'data-sw-required': question.mandatory }, label, control(question, release, files));
}

/** An answer in words. */
function said(question, answer, files) {
  if (answer === undefined || answer === null) return '–';
  if (question.type === 'ATTACHMENT') return files.find(file => file.id === answer)?.name ?? answer;
  const choices = choicesOf(question);
  const chosen = [answer].flat().map(each => choices.find(choice => choice.key === each)?.text ?? each);
  return chosen.join(', ');
}

function sections(checklist, show) {
  return checklist.sections.map(section => h('section', { class: 'sw-section' }, section.title && h('h4', {}, section.title), section.questions.map(show)));
}

// -- one checklist -------------------------------------------------------------------------------------------------

/** The panel below a checklist's row. Whatever is done there is told to done(), with what the server says it is now. */
function panel(release, path, checklist, files, done) {
  const may = action => checklist.actions.includes(action);
  const box = h('div', { class: 'sw-checklist', 'data-sw-apart': '' });
  const memory = typed(checklist.id);
  const seen = Number.isInteger(checklist.revision) ? { 'If-Match': `"${checklist.revision}"` } : {}; // none while nobody touched it
  const own = `${path}/${encodeURIComponent(checklist.id)}`;

  function button(text, style, action) {
    const made = h('button', { type: 'button', class: `btn btn-sm ${style}` }, t(text));
    made.addEventListener('click', async () => {
      made.disabled = true;
      clearProblem(box);
      try {
        await action();
      } catch (problem) {
        showProblem(box, problem.message, problem.fields);
      }
      made.disabled = false;
    });
    return made;
  }

  const command = (method, place, body) => call(method, own + place, body, { ...seen, 'Idempotency-Key': attempt() });

  async function send(draft) {
    const open = draft ? [] : missing(box);
    if (open.length) {
      showProblem(box, t('SW_ANSWERS_MISSING'), open);
      return;
    }
    const now = await command('PUT', '/answers', { ...read(box), draft });
    memory.forget();
    await done(now);
  }

  function edit() {
    const buttons = [
      button('SW_CHECKLIST_ANSWER', 'btn-primary', () => send(false)),
      checklist.state === 'OPEN' && button('SW_CHECKLIST_SAVE', 'btn-default', () => send(true)),
      may('REMOVE') &&
        button('SW_CHECKLIST_REMOVE', 'btn-link', async () => {
          await command('DELETE', '');
          memory.forget();
          await done(null);
        }),
    ];
    box.replaceChildren(
      ...sections(checklist, question => field(question, release, files)),
      h('div', { class: 'sw-action-buttons' }, buttons.filter(Boolean)),
    );
    showChoices(box);
    const before = memory.get();
    fill(box, before ?? { answers: checklist.answers });
    if (before) box.prepend(h('p', { class: 'sw-note', role: 'status' }, t('SW_TYPED_RESTORED')));
    refresh(box);
    box.addEventListener('input', () => {
      refresh(box);
      memory.keep(read(box, true));
    });
  }

  function show() {
    const buttons = [
      may('CONFIRM') && button('SW_CHECKLIST_CONFIRM', 'btn-primary', async () => done(await command('POST', '/confirmation'))),
      may('ANSWER') && button('SW_CHECKLIST_CHANGE', 'btn-default', async () => edit()),
      may('WITHDRAW_CONFIRMATION') && button('SW_CHECKLIST_WITHDRAW', 'btn-default', async () => done(await command('DELETE', '/confirmation'))),
    ];
    box.replaceChildren(
      ...sections(checklist, question => h('div', { class: 'sw-fact' }, h('dt', {}, question.text), h('dd', {}, said(question, checklist.answers[question.key], files)))),
      h('div', { class: 'sw-action-buttons' }, buttons.filter(Boolean)),
    );
  }

  if (checklist.state === 'OPEN' && may('ANSWER')) edit();
  else show();
  return box;
}

function byWhom(checklist) {
  if (checklist.confirmedBy) return [t('SW_CHECKLIST_CONFIRMED_BY', { name: checklist.confirmedBy }), ' ', ago(checklist.confirmedAt)];
  if (checklist.answeredBy) return [t('SW_CHECKLIST_ANSWERED_BY', { name: checklist.answeredBy }), ' ', ago(checklist.answeredAt)];
  return [];
}

// -- all of them ---------------------------------------------------------------------------------------------------

/** @param release the record of the release */
export function checklists(release) {
  const path = `/api/releases/${encodeURIComponent(release.number)}/checklists`;
  const rows = h('ul', { class: 'sw-checklists' });
  const refused = h('p', { class: 'sw-error', role: 'alert', hidden: true });
  let opened = null;

  function tell(problem) {
    refused.textContent = problem?.message ?? '';
    refused.hidden = !problem;
  }

  async function open(checklist, row) {
    const [now, files] = await Promise.all([
      checklist.sections ? checklist : get(`${path}/${encodeURIComponent(checklist.id)}`),
      listAll(`/api/releases/${encodeURIComponent(release.number)}/links/documents`).catch(() => []),
    ]);
    shut(row);
    opened = now.id;
    row.querySelector('button').setAttribute('aria-expanded', 'true');
    row.append(panel(release.number, path, now, files, show));
  }

  function shut(row) {
    row.querySelector('button').setAttribute('aria-expanded', 'false');
    row.querySelector('.sw-checklist')?.remove();
  }

  function row(checklist) {
    const title = h('button', { type: 'button', class: 'btn btn-link sw-inline', 'aria-expanded': 'false' }, checklist.title);
    const line = h(
      'li',
      {},
      h(
        'div',
        { class: 'sw-checklist-row' },
        title,
        state(checklist.state),
        checklist.mandatory && h('span', { class: 'sw-badge' }, t('SW_CHECKLIST_MANDATORY')),
        checklist.cycle !== release.cycle && h('span', { class: 'sw-badge' }, t('SW_CYCLE', { cycle: checklist.cycle })),
        h('span', { class: 'sw-quiet' }, byWhom(checklist)),
      ),
    );
    title.addEventListener('click', () => {
      const wasOpen = opened === checklist.id;
      rows.querySelectorAll(':scope > li').forEach(shut);
      opened = null;
      if (!wasOpen) open(checklist, line).then(() => tell(null), tell);
    });
    return line;
  }

  /** @param changed what was opened, as it is now; null when it is gone */
  async function show(changed) {
    const found = await listAll(path);
    const lines = found.map(row);
    rows.replaceChildren(...lines);
    if (!found.length) rows.append(h('li', { class: 'sw-quiet' }, t('SW_CHECKLIST_NONE')));
    opened = null;
    const place = found.findIndex(each => each.id === changed?.id);
    if (place >= 0) await open(changed, lines[place]);
    tell(null);
  }

  const choice = h('select', { class: 'form-control', 'aria-label': t('SW_CHECKLIST_CHOOSE') }, h('option', { value: '' }, t('SW_CHECKLIST_CHOOSE')));
  const attach = h('button', { type: 'button', class: 'btn btn-default btn-sm', disabled: true }, t('SW_CHECKLIST_ATTACH'));
  choice.addEventListener('change', () => (attach.disabled = !choice.value));
  attach.addEventListener('click', async () => {
    attach.disabled = true;
    try {
      await show(await call('POST', path, { questionnaire: choice.value }, { 'Idempotency-Key': attempt() }));
      choice.value = '';
    } catch (problem) {
      tell(problem);
      attach.disabled = false;
    }
  });
  listOnce('/api/questionnaires?state=ACTIVE')
    .then(found => choice.append(...found.map(each => h('option', { value: each.code }, each.title))))
    .catch(() => {});
  show(null).catch(tell);

  return h('section', { class: 'sw-section' }, h('h4', {}, t('SW_CHECKLISTS')), rows, refused, h('div', { class: 'sw-pick', hidden: OVER.includes(release.status) }, choice, attach));
}
