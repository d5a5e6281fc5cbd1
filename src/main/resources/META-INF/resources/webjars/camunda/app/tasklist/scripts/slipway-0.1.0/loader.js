/*
 * The only script Tasklist's config.js names besides sign-in.js. Camunda leaves the whole page blank when a custom
 * script fails to load or throws while loading, so everything that could fail is imported from here, behind try/catch.
 */
const here = new URL('.', import.meta.url);
const version = here.pathname.split('/').at(-2);

/** Imports one of our modules; a failure is written to the console and never reaches Camunda. */
async function load(file) {
  try {
    return await import(new URL(file, here).href);
  } catch (failure) {
    console.error(`Slipway: ${file} could not be loaded`, failure);
    return null;
  }
}

function guarded(action) {
  try {
    action();
  } catch (failure) {
    console.error('Slipway:', failure);
  }
}

// The webapps ask for user-styles.css with Camunda's version, not ours: a versioned folder is never served stale.
guarded(() => {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = new URL(`../../styles/${version}/slipway.css`, here).href;
  document.head.append(sheet);
});

/**
 * Puts the texts where Tasklist looks for them first. Left alone it shows the texts of its last visit, and at the very
 * first visit bare keys, because parts of it ask before the texts have arrived.
 */
async function bringTexts() {
  const { availableLocales, fallbackLocale } = (await import(new URL('../config.js', here).href)).default.locales;
  const preferred = navigator.languages[0].split('-')[0].toLowerCase();
  const language = availableLocales.includes(preferred) ? preferred : fallbackLocale;
  const locales = new URL('../../locales/', here);
  const stored = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  for (const each of new Set([language, fallbackLocale])) {
    const answer = await fetch(new URL(`${each}.json`, locales), { cache: 'no-cache', signal: AbortSignal.timeout(3000) });
    const { labels, dateLocales } = await answer.json();
    // Dates follow the catalogue that is taken in last, which is the fallback: it must not bring its own.
    const texts = each === language ? { labels, dateLocales } : { labels };
    stored[`${locales.pathname}_locales_data_${each}_${window.bust}`] = JSON.stringify(texts);
  }
  localStorage.setItem('camunda-web', JSON.stringify(stored));
}

await bringTexts().catch(failure => console.error('Slipway: the texts could not be fetched', failure));

// Task forms find their behaviour in window.slipway; without it they still work the way the engine serves them.
const forms = await load('forms.js');
if (forms) window.slipway = forms;

function plugin(id, pluginPoint, priority, file, properties = {}) {
  let close = () => {};
  return {
    id,
    pluginPoint,
    priority,
    properties,
    render(node, data) {
      load(file)
        .then(module => {
          close = module?.render(node, data) ?? close;
        })
        .catch(failure => console.error(`Slipway: ${file}`, failure));
    },
    unmount() {
      guarded(close);
    },
  };
}

export default [
  plugin('slipway-card', 'tasklist.card', 200, 'card.js'),
  plugin('slipway-releases', 'tasklist.navbar.action', 200, 'releases.js'),
  plugin('slipway-release', 'tasklist.task.detail', 900, 'release-tab.js', { label: 'SW_TAB_RELEASE' }),
];
