/* What one may do with a release as it stands: a bar of buttons, and room below it for the action that is asked for. */
import { actionForm, begin } from './action-form.js';
import { allowed } from './actions.js';
import { h, service, t } from './core.js';

/** Lists of tasks and the task that is open are not what they were. */
function refreshTasklist() {
  service('$rootScope')?.$broadcast('refresh');
}

/**
 * @param release as standing() has it
 * @param done    called with what has been done, in words
 * @param said    what was done before, in words, if anything was
 */
export function actionBar(release, done, said) {
  const panel = h('section', { class: 'sw-action-panel' }, said && h('p', { class: 'sw-alert sw-alert-done', role: 'status' }, said));
  const ask = async (action, pressed) => {
    const again = pressed.getAttribute('aria-expanded') === 'true';
    buttons.forEach(each => each.setAttribute('aria-expanded', 'false'));
    panel.replaceChildren();
    if (again) {
      pressed.focus();
      return;
    }
    pressed.setAttribute('aria-expanded', 'true');
    const form = await actionForm(release, action, {
      leave: () => ask(action, pressed),
      done: text => {
        refreshTasklist();
        return done(text);
      },
    });
    panel.replaceChildren(form);
    begin(form);
  };
  const buttons = allowed(release).map(action =>
    h(
      'button',
      { type: 'button', class: `btn btn-default btn-sm${action.loses ? ' sw-loses' : ''}`, 'aria-expanded': 'false', onclick: event => ask(action, event.currentTarget) },
      t(`SW_ACTION_${action.id}`),
    ),
  );
  return [h('div', { class: 'sw-action-bar' }, buttons), panel];
}
