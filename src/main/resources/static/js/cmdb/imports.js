/* Files are tried or taken in; while that goes on the page says how far it is, afterwards what has come of it. */
import { part } from '../parts.js';
import { confirmed } from '../registry/dialog.js';
import { field } from '../registry/fields.js';
import { may, say, wordOf } from '../registry/texts.js';

const [{ ago, call, get, h, icon, t }, { clearProblem, read, showProblem }] = await Promise.all(['core', 'fields'].map(part));
const PATH = '/api/imports';
const EVERY = 1000;
const jobs = document.querySelector('[data-jobs]');
const form = document.querySelector('[data-import]');
const pause = time => new Promise(done => setTimeout(done, time));

// -- what has come of one --------------------------------------------------------------------------------------------

const STATES = { RUNNING: ['busy', 'hourglass'], DONE: ['good', 'ok'], REFUSED: ['warn', 'warning-sign'], FAILED: ['bad', 'remove'] };

function mark(job) {
  const [tone, name] = STATES[job.state];
  return h('span', { class: `sw-status reg-tone-${tone}` }, icon(name), ' ', wordOf('import', job.state));
}

function report({ items, relationships, classes }) {
  const count = (key, value) => value > 0 && h('li', {}, say(`imports.${key}`, value));
  const all = [
    count('items.created', items.created),
    count('items.updated', items.updated),
    count('items.unchanged', items.unchanged),
    count('items.retired', items.retired),
    count('relationships.created', relationships.created),
    count('relationships.unchanged', relationships.unchanged),
    count('relationships.removed', relationships.removed),
    count('classes', classes),
  ].filter(Boolean);
  return h('ul', { class: 'reg-counts' }, all.length ? all : h('li', {}, say('imports.nothing')));
}

function lines(all) {
  return h(
    'div',
    { class: 'sw-scroll' },
    h('p', { class: 'reg-lead' }, say(all.length === 100 ? 'imports.refused.many' : 'imports.refused', all.length)),
    h(
      'table',
      { class: 'sw-list reg-flat' },
      h('thead', {}, h('tr', {}, ['file', 'line', 'column', 'fault'].map(each => h('th', { scope: 'col', class: each === 'line' ? 'sw-numeric' : null }, say(`imports.${each}`))))),
      h('tbody', {}, all.map(each => h('tr', {}, h('td', {}, each.file), h('td', { class: 'sw-numeric' }, each.line), h('td', {}, each.column ?? ''), h('td', { class: 'reg-wide' }, each.message)))),
    ),
  );
}

function outcome(job) {
  if (job.state === 'RUNNING') {
    return h('div', { class: 'reg-progress' }, h('progress', { max: 100, value: job.percent, 'aria-label': say('imports.progress', job.files) }), h('span', {}, say('imports.rows', job.percent, new Intl.NumberFormat(document.documentElement.lang).format(job.rows))));
  }
  if (job.state === 'DONE') return report(job.outcome);
  if (job.state === 'REFUSED') return lines(job.outcome);
  return h('p', { class: 'sw-none' }, say('imports.failed'));
}

function entry(job) {
  const open = job.state === 'RUNNING';
  const line = h(
    'details',
    { class: 'reg-job', open, 'data-job': job.id },
    h('summary', {}, mark(job), ' ', h('strong', {}, job.files), job.dryRun && [' ', h('span', { class: 'sw-badge' }, say('imports.dry'))], h('span', { class: 'sw-quiet reg-end' }, `${job.startedBy} · `, ago(job.startedAt))),
    outcome(job),
  );
  return line;
}

/** Follows one until it has come to its end. */
async function follow(job, again) {
  let standing = job;
  while (standing.state === 'RUNNING') {
    await pause(EVERY);
    standing = await get(`${PATH}/${job.id}`).catch(() => standing);
    const open = jobs.querySelector(`[data-job="${job.id}"]`);
    const next = entry(standing);
    next.open = open?.open ?? true;
    open?.replaceWith(next);
  }
  again?.(standing);
}

async function list(after) {
  try {
    const page = await get(`${PATH}?limit=20${after ? `&after=${after}` : ''}`);
    jobs.querySelector('.sw-more')?.remove();
    if (!after) jobs.replaceChildren();
    jobs.append(...page.items.map(entry));
    if (page.next) jobs.append(h('p', { class: 'sw-more' }, h('button', { type: 'button', class: 'btn btn-sm', onclick: () => list(page.next) }, t('SW_MORE'))));
    if (!jobs.children.length) jobs.append(h('p', { class: 'sw-none sw-quiet' }, say('imports.none')));
    page.items.filter(each => each.state === 'RUNNING').forEach(each => follow(each));
  } catch (problem) {
    jobs.replaceChildren(h('p', { class: 'sw-none', role: 'alert' }, problem.message, ' ', h('button', { type: 'button', class: 'btn btn-sm', onclick: () => list() }, t('SW_TRY_AGAIN'))));
  }
}

// -- a new one -------------------------------------------------------------------------------------------------------

async function prepare() {
  const files = h('input', { type: 'file', id: 'import-files', class: 'form-control', multiple: true, accept: '.csv,.json,text/csv,application/json', 'data-sw-name': 'file' });
  files.swValue = () => [...files.files];
  const drop = h(
    'div',
    { class: 'sw-field reg-drop' },
    h('label', { for: 'import-files' }, say('imports.files')),
    files,
    h('p', { class: 'sw-hint' }, say('imports.files.hint')),
  );
  drop.addEventListener('dragover', event => (event.preventDefault(), drop.classList.add('reg-over')));
  drop.addEventListener('dragleave', () => drop.classList.remove('reg-over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('reg-over');
    files.files = event.dataTransfer.files;
  });
  const options = await Promise.all(
    [
      { name: 'source', max: 60, hint: say('imports.source.hint') },
      { name: 'complete', kind: 'check', hint: say('imports.complete.hint') },
    ].map(spec => field({ ...spec, registry: 'imports' })),
  );
  const result = h('div', { role: 'status' });
  const run = dry => h('button', { type: dry ? 'submit' : 'button', class: dry ? 'btn btn-primary' : 'btn', 'data-dry': dry, onclick: dry ? null : () => start(false) }, say(dry ? 'imports.try' : 'imports.go'));
  const buttons = [run(true), run(false)];
  form.append(drop, h('div', { class: 'sw-grid' }, options), h('div', { class: 'sw-action-buttons' }, buttons), result, formats());

  /** What a complete source lacks is retired: how much that is, is tried and said first. */
  const agreed = async (query, body) => {
    const tried = await told(await call('POST', `${PATH}?${query}&dryRun=true`, body));
    if (tried.state !== 'DONE') return tried;
    const { items, relationships } = tried.outcome;
    if (!items.retired && !relationships.removed) return null;
    const gone = say('imports.complete.says', items.retired, relationships.removed);
    return (await confirmed(say('imports.complete.title'), gone, say('imports.go'))) ? null : tried;
  };

  /** Shows how it goes on and what has come of it. */
  const told = async job => {
    jobs.querySelector(':scope > .sw-none')?.remove();
    jobs.prepend(entry(job));
    let ended;
    await follow(job, standing => (ended = standing));
    const full = entry(ended);
    full.open = true;
    jobs.querySelector(`[data-job="${job.id}"]`).replaceWith(full);
    return ended;
  };

  const start = async dryRun => {
    clearProblem(form);
    result.replaceChildren();
    const answers = read(form);
    if (!answers.file.length) return showProblem(form, say('imports.files.missing'), [{ field: 'file', message: t('SW_REQUIRED') }]);
    const query = new URLSearchParams();
    if (answers.source) query.set('source', answers.source);
    if (answers.complete) query.set('complete', true);
    const body = new FormData();
    answers.file.forEach(file => body.append('file', file, file.name));
    buttons.forEach(each => (each.disabled = true));
    try {
      const tried = !dryRun && answers.complete ? await agreed(query, body) : null;
      const ended = tried ?? (await told(await call('POST', `${PATH}?${query}&dryRun=${dryRun}`, body)));
      const good = ended.state === 'DONE';
      result.replaceChildren(h('p', { class: `sw-alert ${good ? 'sw-alert-done' : 'sw-alert-problem'}` }, say(`imports.said.${(dryRun || tried) && good ? 'TRIED' : ended.state}`)));
      if (good && !dryRun && !tried) form.reset();
    } catch (problem) {
      showProblem(form, problem.message, problem.fields);
    } finally {
      buttons.forEach(each => (each.disabled = false));
    }
    return undefined;
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    start(true);
  });
}

function formats() {
  const sample = text => h('pre', { class: 'reg-sample', tabindex: 0 }, text);
  return h(
    'details',
    { class: 'reg-formats' },
    h('summary', {}, say('imports.formats')),
    h('p', {}, say('imports.formats.items')),
    sample('key,name,class,status,criticality,owner,environment,redundancy,memory\nweb-1,Web server 1,Server,ACTIVATED,HIGH,operator,production,RUNS_ON=50%,32 GB'),
    h('p', {}, say('imports.formats.relationships')),
    sample('from,to,type\nshop,web-1,RUNS_ON'),
    h('p', {}, say('imports.formats.classes')),
    sample('code,parent,name_en,name_es,name_pt,attributes\nServer,Hardware,Server,Servidor,Servidor,memory:TEXT;cores:NUMBER!'),
    h('p', {}, say('imports.formats.json')),
    sample('{ "items": [{ "key": "web-1", "name": "Web server 1" }],\n  "relationships": [{ "from": "shop", "to": "web-1", "type": "RUNS_ON" }] }'),
  );
}

if (may && form) await prepare();
await list();
