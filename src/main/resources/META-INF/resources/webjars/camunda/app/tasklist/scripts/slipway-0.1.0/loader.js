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

// Tasklist keeps its catalogue of texts in the local storage and shows the old one first: drop it after an upgrade.
guarded(() => {
  if (localStorage.getItem('slipway:version') === version) return;
  const stored = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  Object.keys(stored)
    .filter(key => key.includes('_locales_data_'))
    .forEach(key => delete stored[key]);
  localStorage.setItem('camunda-web', JSON.stringify(stored));
  localStorage.setItem('slipway:version', version);
});

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
  plugin('slipway-releases', 'tasklist.navbar.action', 200, 'releases.js'),
  plugin('slipway-release', 'tasklist.task.detail', 900, 'release-tab.js', { label: 'SW_TAB_RELEASE' }),
];
