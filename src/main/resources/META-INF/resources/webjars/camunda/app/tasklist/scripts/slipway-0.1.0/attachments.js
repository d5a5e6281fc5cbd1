/* Files of a release: what is attached, and a way to attach more. */
import { ago, call, fileSize, h, icon, list, t, url } from './core.js';

export function upload(number, file) {
  const body = new FormData();
  body.append('file', file);
  return call('POST', `/api/releases/${encodeURIComponent(number)}/links/documents`, body);
}

export function attachments(number) {
  const path = `/api/releases/${encodeURIComponent(number)}/links/documents`;
  const files = h('ul', { class: 'sw-files' });
  const said = h('p', { class: 'sw-error', role: 'alert', hidden: true });
  const input = h('input', { type: 'file', multiple: true, class: 'sw-visually-hidden' });
  const button = h('label', { class: 'btn btn-default btn-sm sw-attach' }, icon('paperclip'), ' ', t('SW_ATTACH'), input);

  const show = async () => {
    const items = await list(path).catch(() => []);
    files.replaceChildren(
      ...items.map(file =>
        h(
          'li',
          {},
          h('a', { href: url(`${path}/${encodeURIComponent(file.id)}/content`), download: file.name }, file.name),
          h('span', { class: 'sw-quiet' }, [fileSize(file.size ?? 0), file.uploadedBy].filter(Boolean).join(' · ')),
          h('span', { class: 'sw-quiet' }, ago(file.uploadedAt)),
        ),
      ),
    );
    if (!items.length) files.append(h('li', { class: 'sw-quiet' }, t('SW_NO_ATTACHMENTS')));
  };

  input.addEventListener('change', async () => {
    said.hidden = true;
    button.classList.add('disabled');
    const refused = [];
    for (const file of input.files) {
      try {
        await upload(number, file);
      } catch (problem) {
        refused.push(`${file.name}: ${problem.message}`);
      }
    }
    input.value = '';
    button.classList.remove('disabled');
    said.textContent = refused.join('\n');
    said.hidden = refused.length === 0;
    await show();
  });
  show();
  const section = h('section', { class: 'sw-attachments' }, h('h4', {}, t('SW_ATTACHMENTS')), files, said, button);
  section.addEventListener('sw-attached', show);
  return section;
}
