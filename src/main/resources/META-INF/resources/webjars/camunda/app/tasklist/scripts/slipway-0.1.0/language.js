/*
 * The language that the reader has chosen on our pages. Camunda's applications ask nobody but the browser, so each of their
 * configurations loads this first: from then on, for its own page, the browser speaks the chosen language.
 */
const found = document.cookie.split('; ').find(each => each.startsWith('slipway-language='));
const chosen = found?.slice('slipway-language='.length);

if (['en', 'es', 'pt'].includes(chosen)) {
  const browser = navigator.languages;
  // A browser that speaks it anyway says of which country.
  const own = browser.filter(each => each.split('-')[0] === chosen);
  const languages = Object.freeze([...(own.length ? own : [chosen === 'pt' ? 'pt-BR' : chosen]), ...browser.filter(each => !own.includes(each))]);
  Object.defineProperty(navigator, 'languages', { configurable: true, get: () => languages });
  Object.defineProperty(navigator, 'language', { configurable: true, get: () => languages[0] });
}
