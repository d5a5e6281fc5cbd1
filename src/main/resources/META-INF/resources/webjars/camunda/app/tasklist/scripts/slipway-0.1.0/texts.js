/*
 * Puts the texts where Camunda's applications look for them first. Left alone they show the texts of their last visit,
 * and at the very first visit bare keys, because parts of them ask before the texts have arrived.
 */

/** For the application whose folder this is: its config names the languages, its locales hold the texts. */
export async function bringTexts(application) {
  const { availableLocales, fallbackLocale } = (await import(new URL('scripts/config.js', application).href)).default.locales;
  const preferred = navigator.languages[0].split('-')[0].toLowerCase();
  const language = availableLocales.includes(preferred) ? preferred : fallbackLocale;
  const locales = new URL('locales/', application);
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
