/* The dialog of one action: which release it is about, what it will do, and what it asks. */
import { part } from './parts.js';

const [{ h, icon, t }, { allowed }, { actionForm, begin, standing }] = await Promise.all(['core', 'actions', 'action-form'].map(part));

function frame(action) {
  const body = h('div', { class: 'sw-action-body' }, h('p', { class: 'sw-quiet', role: 'status' }, t('SW_LOADING')));
  const dialog = h(
    'dialog',
    { class: 'sw-action-dialog', 'aria-labelledby': 'sw-action-title' },
    h(
      'header',
      { class: 'sw-action-head' },
      h('h2', { id: 'sw-action-title' }, t(`SW_ACTION_${action}`)),
      h('button', { type: 'button', class: 'btn btn-quiet', 'aria-label': t('SW_CLOSE'), onclick: () => dialog.close() }, icon('remove')),
    ),
    body,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, body };
}

/** @param done called with what has been done, in words */
export async function openAction(number, id, done) {
  const { dialog, body } = frame(id);
  const name = h('p', { class: 'sw-action-release' }, h('span', { class: 'sw-number' }, number), ' ');
  try {
    const release = await standing(number);
    name.append(release.title);
    const action = allowed(release).find(each => each.id === id);
    if (!action) throw new Error(t('SW_ACTION_NOT_NOW', { number }));
    const form = await actionForm(release, action, {
      leave: () => dialog.close(),
      done: said => {
        dialog.close();
        done(said);
      },
    });
    body.replaceChildren(name, form);
    begin(form);
  } catch (problem) {
    body.replaceChildren(name, h('p', { class: 'sw-alert sw-alert-problem', role: 'alert' }, problem.message));
  }
}
