/*
 * Before anything is shown: the look the reader has chosen, and his time zone for what the server writes. Whoever comes to a
 * page with times before his zone is known sees it once more, in his own time.
 */
(function () {
  const YEAR = 31536000;
  const place = document.currentScript.dataset;

  function cookie(name, value, age) {
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = name + '=' + encodeURIComponent(value) + '; path=/; samesite=lax; max-age=' + age + secure;
  }

  function told(name) {
    const found = document.cookie.split('; ').find(each => each.startsWith(name + '='));
    return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
  }

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const before = told('slipway-zone');
  if (zone) cookie('slipway-zone', zone, YEAR);
  // A browser that keeps no cookies would be asked for ever.
  if (zone && before !== zone && told('slipway-zone') === zone && 'times' in place) location.reload();

  const dark = matchMedia('(prefers-color-scheme: dark)');
  function look() {
    const chosen = localStorage.getItem('slipway-look');
    document.documentElement.dataset.bsTheme = chosen || (dark.matches ? 'dark' : 'light');
  }
  look();
  dark.addEventListener('change', look);

  /** Kept for the person, who finds it in every browser, and here for the pages to come. */
  async function speak(language) {
    cookie('slipway-language', language, language ? YEAR : 0);
    const headers = { 'Content-Type': 'application/json', 'X-SLIPWAY-XSRF': told('SLIPWAY-XSRF') };
    const kept = language ? { method: 'PUT', body: JSON.stringify({ value: language }) } : { method: 'DELETE' };
    await fetch(place.languages, { ...kept, headers, credentials: 'same-origin' }).catch(() => {}); // here it counts all the same
    location.reload();
  }

  document.addEventListener('click', event => {
    const theme = event.target.closest('[data-theme-choice]');
    const language = event.target.closest('[data-language-choice]');
    if (theme) {
      localStorage.setItem('slipway-look', theme.dataset.themeChoice);
      look();
    }
    if (language) speak(language.dataset.languageChoice);
  });
})();
