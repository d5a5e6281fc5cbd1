/* Files of a release: what is attached, and ways to attach more and to take away. */
import { ago, call, fileSize, get, h, icon, t, url, word } from './core.js';
import { personName } from './facts.js';

const KINDS = ['ATTACHMENT', 'GENERAL', 'LEGAL'];

/** @param about its kind and a description, as far as there is one */
export function upload(number, file, about = {}) {
  const body = new FormData();
  body.append('file', file);
  for (const [name, value] of Object.entries(about)) if (value) body.append(name, value);
  return call('POST', `/api/releases/${encodeURIComponent(number)}/links/documents`, body);
}

let blocks = 0;

/** @param mayAdd whether the person may add to them, else he is offered to read them */
export function attachments(number, mayAdd) {
  const path = `/api/releases/${encodeURIComponent(number)}/links/documents`;
  const id = `sw-files-${(blocks += 1)}`;
  const files = h('ul', { class: 'sw-files' });
  const more = h('button', { type: 'button', class: 'btn btn-link sw-inline', hidden: true, onclick: () => load(next) }, t('SW_MORE'));
  const said = h('p', { class: 'sw-error', role: 'alert', hidden: true });
  const kind = h('select', { class: 'form-control', id: `${id}-kind` }, KINDS.map(each => h('option', { value: each }, word('DOCUMENT', each))));
  const description = h('input', { class: 'form-control', id: `${id}-description`, type: 'text', maxlength: 1000 });
  const input = h('input', { type: 'file', multiple: true, class: 'sw-visually-hidden' });
  const button = h('label', { class: 'btn btn-default btn-sm sw-attach' }, icon('paperclip'), ' ', t('SW_ATTACH'), input);
  let next = '';

  const say = text => {
    said.textContent = text ?? '';
    said.hidden = !text;
  };

  const row = file => {
    const shown = h(
      'li',
      {},
      h('a', { href: url(`${path}/${encodeURIComponent(file.id)}/content`), download: file.name }, file.name),
      file.kind !== 'ATTACHMENT' && h('span', { class: 'sw-badge' }, word('DOCUMENT', file.kind)),
      h('span', { class: 'sw-quiet' }, fileSize(file.size ?? 0), ' · ', personName(file.uploadedBy)),
      h('span', { class: 'sw-quiet' }, ago(file.uploadedAt)),
      file.removable && h('button', { type: 'button', class: 'sw-chip-remove', 'aria-label': t('SW_REMOVE', { name: file.name }), onclick: () => askToRemove(shown, file) }, icon('remove')),
      file.description && h('p', { class: 'sw-file-says' }, file.description),
    );
    return shown;
  };

  const askToRemove = (shown, file) => {
    const go = h('button', { type: 'button', class: 'btn btn-danger btn-sm', onclick: () => remove(file, go) }, t('SW_REMOVE', { name: file.name }));
    const leave = h('button', { type: 'button', class: 'btn btn-link btn-sm', onclick: () => asked.replaceWith(shown) }, t('SW_LEAVE_IT'));
    const asked = h('li', { class: 'sw-links-asked' }, h('span', { class: 'sw-grow' }, t('SW_REMOVE_DOCUMENT_SAYS', { name: file.name })), go, leave);
    shown.replaceWith(asked);
    leave.focus();
  };

  const remove = async (file, go) => {
    go.disabled = true;
    say();
    try {
      await call('DELETE', `${path}/${encodeURIComponent(file.id)}`);
      await load();
    } catch (problem) {
      await load();
      say(problem.message);
    }
  };

  const load = async (after = '') => {
    try {
      const page = await get(`${path}?${new URLSearchParams({ limit: 50, ...(after && { after }) })}`);
      if (!after) files.replaceChildren();
      files.append(...page.items.map(row));
      next = page.next ?? '';
      more.textContent = t('SW_MORE');
      more.hidden = !next;
      if (!files.children.length) files.append(h('li', { class: 'sw-quiet' }, t('SW_NO_ATTACHMENTS')));
    } catch (problem) {
      say(problem.message);
      more.textContent = t('SW_TRY_AGAIN');
      more.hidden = false;
    }
  };

  input.addEventListener('change', async () => {
    say();
    button.classList.add('disabled');
    const refused = [];
    for (const file of input.files) {
      try {
        await upload(number, file, { kind: kind.value, description: description.value.trim() });
      } catch (problem) {
        refused.push(`${file.name}: ${problem.message}`);
      }
    }
    input.value = '';
    if (!refused.length) description.value = '';
    button.classList.remove('disabled');
    await load();
    if (refused.length) say(refused.join('\n'));
  });
  load();
  const about = h(
    'div',
    { class: 'sw-grid', 'data-sw-apart': true },
    h('div', { class: 'sw-field' }, h('label', { for: kind.id }, t('SW_DOCUMENT_KIND')), kind),
    h('div', { class: 'sw-field' }, h('label', { for: description.id }, t('SW_DESCRIPTION')), description),
  );
  const section = h('section', { class: 'sw-attachments' }, h('h4', {}, t('SW_ATTACHMENTS')), files, more, said, mayAdd && [about, button]);
  section.addEventListener('sw-attached', () => load());
  return section;
}
