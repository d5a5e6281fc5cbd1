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

await import(new URL('texts.js', here).href)
  .then(({ bringTexts }) => bringTexts(new URL('../../', here)))
  .catch(failure => console.error('Slipway: the texts could not be fetched', failure));

Promise.all([load('frame.js'), load('core.js')]).then(([frame, core]) => guarded(() => frame?.keepFrame(core?.t)));

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
