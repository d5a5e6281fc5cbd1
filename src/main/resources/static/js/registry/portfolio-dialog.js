/* The dialog of a portfolio, its picture included, which goes its own way to the server. */
import { noticeLater } from '../notice.js';
import { part } from '../parts.js';
import { confirmed, edit, tell } from './dialog.js';
import { say } from './texts.js';

const { call, get, h, icon, url } = await part('core');
const PATH = '/api/portfolios';

export function picture(portfolio) {
  const image = portfolio.image && h('img', { src: url(`${portfolio.image}?${portfolio.revision}`), alt: '' });
  return h('div', { class: 'reg-card-image' }, image || icon('collection'));
}

function file(spec, id) {
  const control = h('input', { type: 'file', id, class: 'form-control', accept: 'image/png,image/jpeg,image/webp', 'data-sw-name': spec.name });
  control.swValue = () => (control.files[0] ? control.files[0].name : null);
  control.swSet = () => {};
  return control;
}

/** @param portfolio none for a new one; done is called with what was saved */
export async function editPortfolio(portfolio, done) {
  const path = portfolio && `${PATH}/${encodeURIComponent(portfolio.key)}`;
  let said = '';
  const dialog = await edit({
    title: portfolio ? portfolio.name : say('portfolios.new'),
    registry: 'portfolios',
    fields: [
      { name: 'key', required: true, max: 64, only: 'new', hint: say('portfolios.key.hint') },
      { name: 'name', required: true, max: 100 },
      { name: 'status', kind: 'choice', required: true, options: ['ACTIVE', 'RETIRED'], words: 'activity', only: 'edit' },
      { name: 'description', kind: 'area', max: 1000 },
      { name: 'image', build: file, hint: say('portfolios.image.hint') },
    ],
    values: portfolio,
    go: portfolio ? undefined : say('registries.make'),
    fetch: () => get(path),
    confirm: (answers, standing) => answers.status !== 'RETIRED' || standing.status === 'RETIRED' || confirmed(say('registries.retire'), say('portfolios.retire.says', standing.name), say('registries.retire')),
    send: async ({ image, ...answers }, standing) => {
      const chosen = dialog.querySelector('[type=file]').files[0];
      const saved = portfolio ? await call('PATCH', path, answers, { 'If-Match': `"${standing.revision}"` }) : await call('POST', PATH, answers);
      said = say(portfolio ? 'registries.changed' : 'registries.made', saved.name);
      if (chosen) {
        const body = new FormData();
        body.append('file', chosen);
        try {
          await call('POST', `${PATH}/${encodeURIComponent(saved.key)}/image`, body);
        } catch (problem) {
          said = '';
          noticeLater(say('portfolios.image.kept', problem.message), true);
        }
      }
      return saved;
    },
    done: saved => {
      if (said) noticeLater(said);
      done(saved);
    },
    more: own =>
      portfolio?.image && [
        h(
          'button',
          {
            type: 'button',
            class: 'btn reg-end',
            onclick: async () => {
              try {
                await call('DELETE', `${path}/image`);
              } catch (problem) {
                tell(own, problem);
                return;
              }
              noticeLater(say('portfolios.image.removed'));
              own.close();
              done(portfolio);
            },
          },
          say('portfolios.image.remove'),
        ),
      ],
  });
}
