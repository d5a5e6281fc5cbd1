/*
 * What a release reaches beyond its own configuration items: drawn as a graph, with the same items beside it as a list for
 * the keyboard, and below what Tasklist shows too, with its filters.
 */
import { colour, library, part } from './parts.js';

const [{ get, h, icon, t, word }, { impact }] = await Promise.all(['core', 'impact'].map(part));

/** More than these cannot be told apart in a drawing. */
const MOST = 150;

/** The graph's library would write a style element, which our pages do not allow, unless it finds its own. */
const STYLE = '__________cytoscape_stylesheet';

const KINDS = { OWN: ['--sw-accent', '--sw-accent-soft'], IMPACTED: ['--sw-bad', '--sw-bad-soft'], WEAKENED: ['--sw-warn', '--sw-warn-soft'] };

function style() {
  const text = colour('--sw-text');
  return [
    { selector: 'node', style: { label: 'data(id)', color: text, 'font-size': 11, 'text-valign': 'bottom', 'text-margin-y': 4, 'text-background-color': colour('--sw-surface'), 'text-background-opacity': 0.85, width: 22, height: 22, 'border-width': 2 } },
    ...Object.entries(KINDS).map(([kind, [line, ground]]) => ({ selector: `node[kind = "${kind}"]`, style: { 'border-color': colour(line), 'background-color': colour(ground) } })),
    { selector: 'node[kind = "OWN"]', style: { shape: 'round-rectangle', 'font-weight': 600 } },
    { selector: 'node[kind = "WEAKENED"]', style: { 'border-style': 'dashed' } },
    { selector: 'edge', style: { width: 1.5, 'line-color': colour('--sw-line-strong'), 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', 'target-arrow-color': colour('--sw-line-strong'), 'arrow-scale': 0.8 } },
    { selector: '.chosen', style: { 'border-width': 5, 'z-index': 9 } },
    { selector: 'edge.chosen', style: { width: 4, 'line-color': colour('--sw-accent'), 'target-arrow-color': colour('--sw-accent') } },
    { selector: '.faded', style: { opacity: 0.35 } },
  ];
}

/** Items and what stands between them, as many as can be drawn, its own first; an arrow goes where a failure does. */
function elements(own, { items, relationships }) {
  const mine = own.slice(0, Math.max(MOST - items.length, MOST / 2));
  const nodes = new Map(mine.map(key => [key, { id: key, name: key, kind: 'OWN', path: [key] }]));
  for (const { key, name, effect, path } of items.slice(0, MOST - mine.length)) nodes.set(key, { id: key, name, kind: effect, path: path.length ? path : [key] });
  const edges = relationships.filter(({ from, to }) => nodes.has(from) && nodes.has(to)).map(({ from, to }) => ({ source: to, target: from }));
  return { nodes: [...nodes.values()], edges };
}

class Reach {
  constructor(release) {
    this.release = release;
    this.canvas = h('div', { class: 'sw-graph-canvas', 'aria-hidden': 'true' });
    this.list = h('ul', { class: 'sw-graph-list', 'aria-label': t('SW_GRAPH') });
    this.said = h('p', { class: 'sw-hint' }, t('SW_GRAPH_SAYS'));
    this.below = impact(release, true);
    this.drawn = h('div', { class: 'sw-graph', hidden: true }, this.canvas, this.list);
    this.element = h('section', { class: 'sw-panel' }, h('header', { class: 'sw-panel-head' }, h('h2', {}, t('SW_GRAPH'))), this.drawn, h('div', { class: 'sw-panel-body' }, this.said, this.below.element));
  }

  async refresh() {
    const path = `/api/releases/${encodeURIComponent(this.release.number)}`;
    const { configurationItems: own } = await get(path);
    this.below.refresh(own.length > 0);
    this.drawn.hidden = true;
    this.said.textContent = own.length ? '' : t('SW_NO_ITEMS');
    if (!own.length) return;
    const query = new URLSearchParams({ depth: 100, limit: MOST, order: 'CRITICAL_FIRST' });
    const [found] = await Promise.all([get(`${path}/impact?${query}`), library('cytoscape/dist/cytoscape.min.js')]);
    this.drawn.hidden = false;
    this.said.textContent = [t('SW_GRAPH_SAYS'), (found.next || own.length + found.items.length > MOST) && t('SW_GRAPH_PART', { count: MOST })].filter(Boolean).join(' ');
    this.draw(elements(own, found));
  }

  draw({ nodes, edges }) {
    if (!document.getElementById(STYLE)) document.head.append(h('link', { id: STYLE }));
    this.graph?.destroy();
    this.graph = window.cytoscape({
      container: this.canvas,
      elements: { nodes: nodes.map(data => ({ data })), edges: edges.map(data => ({ data })) },
      style: style(),
      layout: { name: 'breadthfirst', directed: true, roots: nodes.filter(each => each.kind === 'OWN').map(each => each.id), spacingFactor: 1.1, padding: 24 },
      maxZoom: 2,
      autoungrabify: true,
    });
    this.graph.on('tap', 'node', event => this.choose(event.target.id()));
    this.graph.on('tap', event => event.target === this.graph && this.choose(null));
    this.list.replaceChildren(
      ...nodes.map(node =>
        h(
          'li',
          {},
          h(
            'button',
            { type: 'button', class: `sw-graph-item sw-graph-${node.kind}`, 'aria-pressed': 'false', 'data-key': node.id, onclick: () => this.choose(node.id) },
            icon({ OWN: 'link', IMPACTED: 'exclamation-sign', WEAKENED: 'adjust' }[node.kind]),
            h('span', {}, node.name === node.id ? node.id : node.name),
            h('span', { class: 'sw-visually-hidden' }, node.kind === 'OWN' ? t('SW_ITEMS') : word('EFFECT', node.kind)),
            node.path.length > 1 && h('span', { class: 'sw-quiet' }, node.path.slice(1).join(' ← ')),
          ),
        ),
      ),
    );
  }

  /** Shows one item and its way back; everything when it is chosen again. */
  choose(key) {
    const off = key === this.chosen;
    this.chosen = off ? null : key;
    this.graph.elements().removeClass('chosen faded');
    for (const button of this.list.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.dataset.key === this.chosen));
    if (!this.chosen) {
      this.graph.fit(undefined, 24);
      return;
    }
    const node = this.graph.getElementById(this.chosen);
    const way = node.data('path');
    const along = this.graph.elements().filter(each => (each.isNode() ? way.includes(each.id()) : way.includes(each.data('source')) && way.includes(each.data('target'))));
    this.graph.elements().not(along).addClass('faded');
    along.addClass('chosen');
    this.graph.center(node);
    this.list.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' });
  }
}

export function reach(release) {
  return new Reach(release);
}
