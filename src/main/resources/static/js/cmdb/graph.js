/* What an item reaches, drawn: who needs it above, what it needs below, one row per level. */
const COLUMN = 172;
const LEVEL = 92;
const LINE = 50;

/** The library is large and wanted by few, so it comes when a graph is looked at. */
function library(address) {
  if (window.cytoscape) return Promise.resolve(window.cytoscape);
  // It would put a style element into the page, which our content policy forbids, unless there is one of this name.
  const styled = document.createElement('meta');
  styled.id = '__________cytoscape_stylesheet';
  document.head.append(styled);
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => done(window.cytoscape);
    script.onerror = () => failed(new Error(address));
    document.head.append(script);
  });
}

/** Colours as the page has them now; a variable says light and dark at once, only what is drawn with it is one of them. */
function colours() {
  const probe = document.createElement('span');
  document.body.append(probe);
  const of = name => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const names = ['text', 'text-soft', 'surface', 'line-strong', 'accent', 'accent-soft', 'bad', 'bad-soft', 'warn', 'warn-soft', 'busy', 'busy-soft'];
  const found = Object.fromEntries(names.map(name => [name, of(`--sw-${name}`)]));
  probe.remove();
  return found;
}

function style(colour) {
  const kind = (effect, name) => ({ selector: `.${effect}`, style: { 'background-color': colour[`${name}-soft`], 'border-color': colour[name] } });
  return [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle',
        width: 156,
        height: 32,
        label: 'data(label)',
        'font-size': 12,
        'font-family': getComputedStyle(document.body).fontFamily,
        'text-valign': 'center',
        'text-wrap': 'ellipsis',
        'text-max-width': 144,
        color: colour.text,
        'background-color': colour.surface,
        'border-width': 1.5,
        'border-color': colour['line-strong'],
      },
    },
    kind('IMPACTED', 'bad'),
    kind('WEAKENED', 'warn'),
    kind('NEEDED', 'busy'),
    { selector: '.root', style: { 'background-color': colour['accent-soft'], 'border-color': colour.accent, 'border-width': 2.5, 'font-weight': 600 } },
    { selector: '.chosen', style: { 'border-width': 4 } },
    { selector: '.aside', style: { opacity: 0.3 } },
    {
      selector: 'edge',
      style: { width: 1.5, 'line-color': colour['line-strong'], 'target-arrow-color': colour['line-strong'], 'target-arrow-shape': 'triangle', 'arrow-scale': 0.8, 'curve-style': 'bezier' },
    },
    { selector: 'edge.on', style: { width: 2.5, 'line-color': colour.accent, 'target-arrow-color': colour.accent, label: 'data(type)', 'font-size': 11, color: colour.text, 'text-background-color': colour.surface, 'text-background-opacity': 1, 'text-background-padding': 2 } },
  ];
}

/** Rows by level; one that would be too wide becomes several. The more there is, the more stand side by side. */
function places(impact) {
  const widest = Math.min(10, Math.max(3, Math.round(Math.sqrt(impact.items.length))));
  const levels = new Map();
  for (const item of impact.items) {
    const side = item.effect === 'NEEDED' ? item.level : -item.level;
    if (!levels.has(side)) levels.set(side, []);
    levels.get(side).push(item.key);
  }
  const found = new Map();
  const row = (keys, y) => keys.forEach((key, at) => found.set(key, { x: (at - (keys.length - 1) / 2) * COLUMN, y }));
  row(impact.roots, 0);
  for (const sign of [1, -1]) {
    let y = 0;
    for (const side of [...levels.keys()].filter(each => Math.sign(each) === sign).sort((one, other) => Math.abs(one) - Math.abs(other))) {
      const keys = levels.get(side);
      y += sign * LEVEL;
      for (let from = 0; from < keys.length; from += widest) {
        if (from) y += sign * LINE;
        row(keys.slice(from, from + widest), y);
      }
    }
  }
  return found;
}

/**
 * @param box     where it is drawn
 * @param address of the library
 * @param names   what the roots are called, by key
 * @param chosen  called with the key of an item that is pointed at
 * @returns show(impact), mark(key) and fit()
 */
export async function graph(box, address, names, chosen) {
  const cytoscape = await library(address);
  const drawn = cytoscape({ container: box, style: style(colours()), minZoom: 0.15, maxZoom: 2, boxSelectionEnabled: false });
  drawn.on('tap', 'node', event => chosen(event.target.id()));
  new MutationObserver(() => drawn.style(style(colours()))).observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme'] });
  new ResizeObserver(() => drawn.resize()).observe(box);

  const fit = () => {
    drawn.fit(undefined, 24);
    if (drawn.zoom() > 1) {
      drawn.zoom(1);
      drawn.center();
    }
  };

  return {
    fit,
    show(impact) {
      const at = places(impact);
      const node = (key, label, classes) => ({ group: 'nodes', data: { id: key, label }, position: { ...at.get(key) }, classes });
      const nodes = [...impact.roots.map(key => node(key, names[key] ?? key, 'root')), ...impact.items.map(item => node(item.key, item.name, item.effect))];
      const edges = impact.relationships.map(({ from, to, type }) => ({ group: 'edges', data: { id: `${from}\n${to}\n${type}`, source: from, target: to, type } }));
      drawn.elements().remove();
      drawn.add([...nodes, ...edges.filter(({ data }) => at.has(data.source) && at.has(data.target))]);
      drawn.resize();
      fit();
    },
    /** Shows one item with its way; none shows all alike. */
    mark(key, path = []) {
      drawn.elements().removeClass('chosen aside on');
      if (!key) return;
      const way = drawn.nodes().filter(node => node.id() === key || path.includes(node.id()));
      drawn.nodes().not(way).addClass('aside');
      way.edgesWith(way).addClass('on');
      drawn.getElementById(key).addClass('chosen');
    },
  };
}
