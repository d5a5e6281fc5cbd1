/* Files that a browser makes of the rows of a table. */

/** What begins a formula in a spreadsheet, also as wide characters; the same as in the exports of our server. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** A cell that a spreadsheet shows instead of running it. */
export function cell(value) {
  const text = value === null || value === undefined ? '' : String(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A whole table; the mark in front tells spreadsheets that it is UTF-8. */
export function csv(titles, rows) {
  return `\uFEFF${[titles, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
