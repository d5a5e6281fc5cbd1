/* Before anything is shown: the look the reader has chosen, and his time zone for the pages to come. */
(function () {
  function cookie(name, value, age) {
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = name + '=' + encodeURIComponent(value) + '; path=/; samesite=lax; max-age=' + age + secure;
  }

  const YEAR = 31536000;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) cookie('slipway-zone', zone, YEAR);

  const dark = matchMedia('(prefers-color-scheme: dark)');
  function look() {
    const chosen = localStorage.getItem('slipway-look');
    document.documentElement.dataset.bsTheme = chosen || (dark.matches ? 'dark' : 'light');
  }
  look();
  dark.addEventListener('change', look);

  document.addEventListener('click', event => {
    const theme = event.target.closest('[data-theme-choice]');
    const language = event.target.closest('[data-language-choice]');
    if (theme) {
      localStorage.setItem('slipway-look', theme.dataset.themeChoice);
      look();
    }
    if (language) {
      const chosen = language.dataset.languageChoice;
      cookie('slipway-language', chosen, chosen ? YEAR : 0);
      location.reload();
    }
  });
})();
