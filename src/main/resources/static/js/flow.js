/*
 * The flow of a release: the drawings of the models it runs on, with what is done, what is going on, and what is held.
 * The same is said in words beside each drawing.
 */
import { colour, library, part } from './parts.js';

const [{ ago, get, h, icon, shortDate, t, url }, { refit }] = await Promise.all(['core', 'refit'].map(part));

const VIEWER = 'bpmn-js/dist/bpmn-navigated-viewer.production.min.js';

async function drawing(path) {
  const answer = await fetch(url(path), { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(t('SW_REFUSED'));
  return answer.text();
}

class Flow {
  constructor(number, cockpit) {
    this.cockpit = cockpit;
    this.path = `/api/releases/${encodeURIComponent(number)}/flow`;
    this.cycles = h('div', { class: 'btn-group', role: 'group', 'aria-label': t('SW_FLOW_CYCLES') });
    this.runs = h('div', { class: 'sw-flow-runs', role: 'group', 'aria-label': t('SW_FLOW_PROCESSES') });
    this.canvas = h('div', { class: 'sw-flow-canvas', role: 'group' });
    this.words = h('div', { class: 'sw-flow-words' });
    this.whole = refit(this.canvas, () => this.zoom(0));
    const zoom = (name, text, step) => h('button', { type: 'button', class: 'btn btn-sm', 'aria-label': t(text), title: t(text), onclick: () => this.zoom(step) }, h('span', { class: `bi bi-${name}`, 'aria-hidden': 'true' }));
    this.element = h(
      'section',
      { class: 'sw-panel sw-flow' },
      h('header', { class: 'sw-panel-head' }, this.runs, h('span', { class: 'sw-end' }, this.cycles, h('span', { class: 'btn-group' }, zoom('zoom-in', 'SW_ZOOM_IN', 1.25), zoom('zoom-out', 'SW_ZOOM_OUT', 0.8), zoom('aspect-ratio', 'SW_ZOOM_FIT', 0)))),
      h('div', { class: 'sw-flow-body' }, this.canvas, this.words),
    );
  }

  async load(cycle) {
    const flow = await get(cycle ? `${this.path}?cycle=${cycle}` : this.path);
    this.cycles.hidden = flow.cycles.length < 2;
    this.cycles.replaceChildren(
      ...flow.cycles.map(each =>
        h('button', { type: 'button', class: 'btn btn-sm', 'aria-pressed': String(each === flow.cycle), onclick: () => this.guarded(() => this.load(each)) }, t('SW_CYCLE', { cycle: each })),
      ),
    );
    this.runs.replaceChildren(...flow.instances.map(run => this.button(run, flow.instances)));
    // Where the release is now, which is the innermost that still runs; otherwise the whole.
    const live = flow.instances.filter(each => ['RUNNING', 'SUSPENDED'].includes(each.state));
    await this.show(live.at(-1) ?? flow.instances[0]);
  }

  button(run, all) {
    const alike = all.filter(each => each.process === run.process);
    const place = alike.length > 1 ? ` ${alike.indexOf(run) + 1}/${alike.length}` : '';
    const button = h('button', { type: 'button', class: 'btn btn-sm', 'data-run': run.id, onclick: () => this.guarded(() => this.show(run)) }, run.name + place);
    if (run.current.length) button.prepend(h('span', { class: `sw-flow-dot sw-flow-dot-${run.state}`, 'aria-hidden': 'true' }));
    return button;
  }

  async guarded(work) {
    try {
      await work();
    } catch (problem) {
      this.words.replaceChildren(h('p', { class: 'sw-error', role: 'alert' }, problem.message));
    }
  }

  async show(run) {
    this.shown = run.id;
    this.runs.querySelectorAll('button').forEach(each => each.setAttribute('aria-pressed', String(each.dataset.run === run.id)));
    const [xml] = await Promise.all([drawing(run.xml), library(VIEWER)]);
    if (this.shown !== run.id) return; // another one was chosen meanwhile
    this.viewer?.destroy();
    this.viewer = new window.BpmnJS({ container: this.canvas, bpmnRenderer: { defaultStrokeColor: colour('--sw-text'), defaultFillColor: colour('--sw-surface') } });
    await this.viewer.importXML(xml);
    const elements = this.viewer.get('elementRegistry');
    const canvas = this.viewer.get('canvas');
    const mark = (ids, marker) => ids.filter(id => elements.get(id)).forEach(id => canvas.addMarker(id, marker));
    mark(run.done, 'sw-flow-done');
    mark(run.ended, 'sw-flow-ended');
    mark(run.current, run.state === 'SUSPENDED' ? 'sw-flow-held' : 'sw-flow-current');
    this.zoom(0);
    this.say(run, elements);
  }

  say(run, elements) {
    const names = ids => [...new Set(ids.map(id => elements.get(id)?.businessObject).filter(each => each?.name && !each.$type.includes('Gateway')).map(each => each.name))];
    const block = (kind, label, ids) => {
      const found = names(ids);
      return found.length > 0 && h('div', {}, h('h3', { class: `sw-flow-key sw-flow-key-${kind}` }, t(label)), h('ul', {}, found.map(name => h('li', {}, name))));
    };
    const state = `SW_FLOW_${run.state}`;
    this.canvas.setAttribute('aria-label', `${run.name}, ${t(state)}`);
    this.words.replaceChildren(
      h('p', {}, h('strong', {}, run.name), ' ', h('span', { class: 'sw-badge' }, t('SW_FLOW_VERSION', { version: run.version }))),
      ...(this.cockpit ? [h('p', {}, h('a', { href: this.inCockpit(run) }, icon('box-arrow-up-right'), ' ', t('SW_FLOW_COCKPIT')))] : []),
      h('p', { class: 'sw-quiet' }, t(state), ' · ', run.endedAt ? `${shortDate(run.startedAt)} – ${shortDate(run.endedAt)}` : ago(run.startedAt)),
      ...[
        block(run.state === 'SUSPENDED' ? 'held' : 'current', run.state === 'SUSPENDED' ? 'SW_FLOW_HELD' : 'SW_FLOW_CURRENT', run.current),
        block('done', 'SW_FLOW_DONE', run.done.filter(id => !run.current.includes(id))),
        block('ended', 'SW_FLOW_ENDED', run.ended),
      ].filter(Boolean),
    );
  }

  /** Where Cockpit shows this run: what goes on in it, or what went on. */
  inCockpit(run) {
    return `${url(this.cockpit)}#/process-instance/${encodeURIComponent(run.id)}/${run.endedAt ? 'history' : 'runtime'}`;
  }

  /** @param step how much larger; 0 shows all of it */
  zoom(step) {
    const canvas = this.viewer?.get('canvas');
    if (!canvas || !this.canvas.offsetWidth) return;
    this.whole(!step);
    canvas.resized();
    if (step) canvas.zoom(canvas.zoom() * step, 'auto');
    else canvas.zoom('fit-viewport', 'auto');
  }
}

/** @param cockpit where Cockpit is, for whom it is open */
export async function flow(number, cockpit) {
  const shown = new Flow(number, cockpit);
  // The viewer measures its place, so it has to stand on the page first.
  queueMicrotask(() => requestAnimationFrame(() => shown.guarded(() => shown.load())));
  return shown.element;
}
