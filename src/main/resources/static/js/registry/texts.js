/* The texts of a page's own bundle, which the page carries in its data. */
const page = document.querySelector('[data-texts]');
const texts = JSON.parse(page.dataset.texts);

/** Where the page says what its script has to know. */
export const facts = page.dataset;

/** Whether the person may change what the page is about. */
export const may = page.dataset.may === 'true';

export function has(key) {
  return key in texts;
}

/** A text of the bundle; its places {0}, {1} … are filled, and what fills them stays plain text. */
export function say(key, ...values) {
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (whole, place) => values[place] ?? whole);
}

/** A value of a fixed list in words; one that has none is shown as it is. */
export function wordOf(kind, value) {
  if (value === null || value === undefined || value === '') return '';
  return texts[`word.${kind}.${value}`] ?? String(value);
}

/** What a field or column of a registry is called: by its own word, else by the one that all share. */
export function named(registry, field) {
  return texts[`${registry}.${field}`] ?? texts[`field.${field}`] ?? field;
}
