/* What all embedded forms share: refusals at the field, typing that is never lost, and sending through our own API. */
import { Problem, attempt, h, person, t, url } from './core.js';
import { clearProblem, fill, missing, read, refresh, showChoices, showProblem } from './fields.js';
import { equip } from './suggest.js';

/** Camunda knows this text: the dialog stays open and no red box appears. */
const prevented = () => new Error('camForm submission prevented');

/** What was typed and not yet sent or saved, kept in the browser until it is. */
function typed(camForm) {
  const key = `slipway:typed:${person()}:${camForm.taskId ?? 'registration'}`;
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

/** What both kinds of form share: fields, refusals, typing kept, and sending through our API. */
export function prepare(camForm, $scope, send) {
  const form = camForm.formElement[0];
  const answers = form.querySelector('.sw-answers');
  const memory = typed(camForm);
  let attemptKey = attempt();
  let timer;

  const state = { form, answers, memory, sent: false, ready: false };

  // Answers of an earlier round lie in process variables of the same names: this form starts empty or with its draft.
  camForm.fetchVariables = done => done(null, {});
  camForm.restore = () => {};
  camForm.store = () => memory.keep(read(form, true));

  state.showRefusal = problem => {
    const login = problem.status === 401 && h('p', {}, h('a', { href: url('/login') }, t('SW_LOG_IN')));
    showProblem(form, problem.message, problem.fields, login ? [login] : []);
  };

  camForm.submitVariables = done => {
    const finish = (failure, result) => $scope.$applyAsync(() => done(failure, result));
    const open = missing(form);
    if (open.length) {
      showProblem(form, t('SW_ANSWERS_MISSING'), open);
      finish(prevented());
      return;
    }
    clearProblem(form);
    send(read(form), { 'Idempotency-Key': attemptKey })
      .then(result => {
        state.sent = true;
        clearTimeout(timer);
        memory.forget();
        finish(null, result ?? {});
      })
      .catch(problem => {
        if (!(problem instanceof Problem)) console.error(problem);
        if (problem.status > 0) attemptKey = attempt(); // it was answered: the next try is another one
        state.showRefusal(problem);
        finish(prevented());
      });
  };

  // After Camunda has put its texts in: the buttons of a choice take theirs from the options.
  state.shown = new Promise(done => camForm.on('variables-applied', () => setTimeout(done))).then(() => {
    showChoices(form);
    equip(form);
    refresh(form);
  });
  form.addEventListener('submit', event => event.preventDefault());
  let latest;
  const keep = () => {
    timer = clearTimeout(timer);
    if (!state.sent) memory.keep(latest);
  };
  // Not on change: a field that is taken away with the form tells of one, when the choices beside it are gone already.
  form.addEventListener('input', () => {
    refresh(form);
    if (!state.ready) return;
    latest = read(form, true);
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
  });
  state.settle = () => (timer = clearTimeout(timer));
  $scope.$on('$destroy', () => {
    if (timer) keep();
    state.ready = false;
  });
  return state;
}

export function note(state, text, ...actions) {
  state.note?.remove();
  state.note = h('p', { class: 'sw-note', role: 'status' }, text, ' ', actions);
  state.answers.before(state.note);
}

/** Brings back what was typed here, or else the draft. */
export function resume(state, draft) {
  const blank = read(state.form, true);
  const before = state.memory.get();
  if (before) {
    fill(state.form, before);
    const discard = () => {
      fill(state.form, { ...blank, ...draft });
      state.settle();
      state.memory.forget();
      state.note.remove();
    };
    note(state, t('SW_TYPED_RESTORED'), h('button', { type: 'button', class: 'btn btn-link sw-inline', onclick: discard }, t('SW_DISCARD')));
  } else if (draft && Object.keys(draft).length) {
    fill(state.form, draft);
    note(state, t('SW_DRAFT_RESTORED'));
  }
  state.ready = true;
}
