/*
 * What auditors get in Cockpit: the history of process instances and definitions, and the audit pages of releases. The
 * only script of these that Cockpit's config.js names: Camunda leaves the whole page blank when a custom script fails to
 * load or throws while loading, so everything that could fail is imported from here, behind try/catch.
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
    return action();
  } catch (failure) {
    console.error('Slipway:', failure);
    return null;
  }
}

// Folders that carry our version are never served stale; the words of statuses come from Tasklist's.
guarded(() => {
  for (const file of [`../tasklist/styles/${version}/slipway.css`, `styles/${version}/audit.css`]) {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = new URL(`../../${file}`, here).href;
    document.head.append(sheet);
  }
});

// Camunda waits for this script before it shows anything, so this script does not wait for ever.
const texts = await Promise.race([load('texts.js'), new Promise(late => setTimeout(late, 5000, null))]);

/** A text of ours, or plain English where the texts could not be had. */
const say = (key, english) => guarded(() => texts?.t(key)) || english;

/** What is shown where a page of ours should be and is not. */
function failed(node, failure) {
  console.error('Slipway:', failure);
  const notice = document.createElement('p');
  notice.className = 'sw-audit-broken';
  notice.setAttribute('role', 'alert');
  notice.textContent = say('AUDIT_PAGE_FAILED', 'This page could not be shown. The rest of Cockpit is not affected.');
  node.replaceChildren(notice);
}

/** A page whose module is loaded when it is shown. Camunda calls render again each time it is opened. */
function route(id, path, file) {
  let shown = 0;
  let close = () => {};
  return {
    id,
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: { path },
    render(node, data) {
      const mine = (shown += 1);
      import(new URL(file, here).href)
        .then(module => module.render(node, data))
        .then(left => {
          const leave = typeof left === 'function' ? left : () => {};
          if (mine === shown) close = leave;
          else guarded(leave);
        })
        .catch(failure => guarded(() => failed(node, failure)));
    },
    unmount() {
      shown += 1;
      guarded(close);
      close = () => {};
    },
  };
}

/** "Runtime | History" in the breadcrumb; where it is registered, Camunda sends finished instances to the history. */
function view(pluginPoint) {
  return { id: 'history', pluginPoint, priority: 10, properties: { label: say('AUDIT_HISTORY', 'History') }, render() {} };
}

export default [
  view('cockpit.processInstance.view'),
  view('cockpit.processDefinition.view'),
  route('slipway-instance-history', '/process-instance/:id/history', 'instance-history.js'),
  route('slipway-definition-history', '/process-definition/:id/history', 'definition-history.js'),
  route('slipway-audit', '/audit', 'audit-search.js'),
  route('slipway-audit-release', '/audit/release/:number', 'audit-release.js'),
  route('slipway-audit-journal', '/audit/journal', 'audit-journal.js'),
  route('slipway-audit-verification', '/audit/verification', 'audit-verification.js'),
  // Without a render of its own it is a link like Cockpit's.
  { id: 'slipway-audit-navigation', pluginPoint: 'cockpit.navigation', priority: 90, properties: { label: say('AUDIT_AUDIT', 'Audit'), path: '#/audit', pagePath: '#/audit' } },
];
