/* Charts drawn of the tables below them; a click on a bar or a slice is a click on the link of its row. */
const insights = document.querySelector('[data-insights]');
const drawn = [];

const colour = element => getComputedStyle(element).backgroundColor;
const text = element => element.textContent.trim();

/** A row's label, number and link, as the table has them. */
function counts(figure) {
  return [...figure.querySelectorAll('tbody tr')].map(row => ({
    label: text(row.querySelector('[data-label]')),
    value: Number(text(row.querySelector('[data-value]'))),
    href: row.querySelector('a')?.href,
    colour: colour(row.querySelector('[data-colour]')),
  }));
}

function series(figure) {
  const rows = [...figure.querySelectorAll('tbody tr')];
  return [...figure.querySelectorAll('thead [data-label]')].map((head, at) => ({
    label: text(head),
    colour: colour(head.parentElement.querySelector('[data-colour]')),
    points: rows.map(row => row.querySelectorAll('[data-value]')[at]),
    days: rows.map(row => text(row.querySelector('th'))),
  }));
}

function configuration(figure, style) {
  const soft = style.color;
  const line = colour(insights.querySelector('[data-line]'));
  const whole = { beginAtZero: true, ticks: { precision: 0, color: soft }, grid: { color: line } };
  const plain = { ticks: { color: soft }, grid: { display: false } };
  const common = {
    responsive: true,
    maintainAspectRatio: false,
    animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 250 },
    onHover: (event, hit) => { event.native.target.style.cursor = hit.length ? 'pointer' : ''; },
  };
  if (figure.dataset.chart === 'series') {
    const lines = series(figure);
    return {
      type: 'bar',
      data: {
        labels: lines[0].days,
        datasets: lines.map(each => ({ label: each.label, data: each.points.map(point => Number(text(point))), backgroundColor: each.colour, borderRadius: 3 })),
      },
      options: {
        ...common,
        interaction: { mode: 'nearest', intersect: true },
        scales: { y: whole, x: { ...plain, ticks: { color: soft, maxRotation: 0, autoSkipPadding: 16 } } },
        plugins: { legend: { position: 'top', align: 'end', labels: { color: soft, boxWidth: 12, boxHeight: 12 } } },
        onClick: (event, [hit]) => { if (hit) location.href = lines[hit.datasetIndex].points[hit.index].href; },
      },
    };
  }
  const rows = counts(figure);
  const round = figure.dataset.chart === 'doughnut';
  return {
    type: figure.dataset.chart,
    data: {
      labels: rows.map(row => round ? `${row.label}: ${row.value}` : row.label),
      datasets: [{
        data: rows.map(row => row.value),
        backgroundColor: rows.map(row => row.colour),
        borderColor: colour(figure.closest('.sw-panel')),
        borderWidth: round ? 2 : 0,
        borderRadius: round ? 0 : 3,
        maxBarThickness: 22,
      }],
    },
    options: {
      ...common,
      ...(round ? { cutout: '62%' } : { indexAxis: 'y', scales: { x: whole, y: plain } }),
      plugins: { tooltip: round ? { callbacks: { label: () => '' } } : {}, legend: round ? { position: 'right', labels: { color: soft, boxWidth: 12, boxHeight: 12 } } : { display: false } },
      onClick: (event, [hit]) => { if (hit && rows[hit.index].href) location.href = rows[hit.index].href; },
    },
  };
}

function draw() {
  drawn.splice(0).forEach(chart => chart.destroy());
  const style = getComputedStyle(insights.querySelector('.sw-quiet'));
  window.Chart.defaults.font.family = style.fontFamily;
  for (const figure of insights.querySelectorAll('[data-chart]')) {
    drawn.push(new window.Chart(figure.querySelector('[data-canvas]'), configuration(figure, style)));
  }
}

// Of what colour the lines are is known to the style sheets only.
const probe = document.createElement('span');
probe.dataset.line = '';
probe.className = 'ins-line';
insights.append(probe);
draw();
new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });

for (const field of insights.querySelectorAll('[data-filters] select')) {
  field.addEventListener('change', () => field.form.requestSubmit());
}
insights.querySelector('[data-apply]').hidden = true;
