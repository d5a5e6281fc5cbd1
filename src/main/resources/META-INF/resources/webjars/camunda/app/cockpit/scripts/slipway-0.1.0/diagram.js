/* The drawing of a process definition, with marks, numbers and a way to enlarge it. */
import { h, url } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { refit } from '../../../tasklist/scripts/slipway-0.1.0/refit.js';
import { t } from './texts.js';

const VIEWER = '/webjars/bpmn-js/dist/bpmn-navigated-viewer.production.min.js';

/** The viewer is no module; it puts itself into the window once it is there. */
let viewer;
function library() {
  viewer ??= new Promise((done, failed) => {
    const script = h('script', { src: url(VIEWER) });
    script.addEventListener('load', () => (window.BpmnJS ? done(window.BpmnJS) : failed(new Error(t('AUDIT_NO_VIEWER')))));
    script.addEventListener('error', () => failed(new Error(t('AUDIT_NO_VIEWER'))));
    document.head.append(script);
  });
  viewer.catch(() => (viewer = undefined));
  return viewer;
}

export class Diagram {
  /** @param label what is drawn, for those who cannot see it */
  constructor(label) {
    this.canvas = h('div', { class: 'sw-audit-canvas', role: 'group', 'aria-label': label });
    const zoom = (icon, text, step) =>
      h('button', { type: 'button', class: 'btn btn-default btn-sm', 'aria-label': t(text), title: t(text), onclick: () => this.zoom(step) }, h('span', { class: `glyphicon glyphicon-${icon}`, 'aria-hidden': 'true' }));
    this.element = h(
      'div',
      { class: 'sw-audit-diagram' },
      this.canvas,
      h('div', { class: 'sw-audit-zoom btn-group' }, zoom('zoom-in', 'SW_ZOOM_IN', 1.25), zoom('zoom-out', 'SW_ZOOM_OUT', 0.8), zoom('resize-small', 'SW_ZOOM_FIT', 0)),
    );
    this.marked = [];
    this.whole = refit(this.canvas, () => this.zoom(0));
  }

  async show(xml) {
    const BpmnJS = await library();
    this.viewer = new BpmnJS({ container: this.canvas });
    await this.viewer.importXML(xml);
    // The viewer measures its place, so it has to stand on the page first.
    await new Promise(requestAnimationFrame);
    this.zoom(0);
  }

  shape(id) {
    return this.viewer?.get('elementRegistry').get(id);
  }

  /** What the model calls an activity. */
  name(id) {
    return this.shape(id)?.businessObject.name || id;
  }

  /** Whether other activities are drawn inside of it. */
  holdsOthers(id) {
    return this.shape(id)?.children?.some(each => each.type !== 'label') ?? false;
  }

  /** All sequence flows, and the gateways that choose one of theirs. */
  flows() {
    const all = this.viewer.get('elementRegistry').getAll().map(each => each.businessObject).filter(Boolean);
    const flows = new Map(all.filter(each => each.$type === 'bpmn:SequenceFlow').map(each => [each.id, { id: each.id, source: each.sourceRef.id, target: each.targetRef.id }]));
    return { flows: [...flows.values()], choosing: new Set(all.filter(each => ['bpmn:ExclusiveGateway', 'bpmn:EventBasedGateway'].includes(each.$type)).map(each => each.id)) };
  }

  mark(id, marker) {
    if (!this.shape(id)) return;
    this.viewer.get('canvas').addMarker(id, marker);
    this.marked.push([id, marker]);
  }

  /** Puts a number, or a few words, at an element's lower left. */
  badge(id, text, kind, title) {
    if (!this.shape(id)) return;
    this.viewer.get('overlays').add(id, 'slipway', { position: { bottom: 9, left: -9 }, html: h('span', { class: `sw-audit-count sw-audit-count-${kind}`, title }, text) });
  }

  clear() {
    const canvas = this.viewer?.get('canvas');
    this.marked.forEach(([id, marker]) => canvas.removeMarker(id, marker));
    this.marked = [];
  }

  clearBadges() {
    this.viewer?.get('overlays').remove({ type: 'slipway' });
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

  destroy() {
    this.viewer?.destroy();
    this.viewer = undefined;
  }
}
