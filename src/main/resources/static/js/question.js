/* What the list of releases is asked, as JSON has it. */
const SEVERAL = ['status', 'priority', 'situation', 'task'];
/** What is no text there. */
const PLAIN = { priority: Number, cycle: Number, open: value => value === 'true' };

/** The filters of the list as it is shown; several values of one name are a list. */
export function question() {
  const asked = new URLSearchParams(document.getElementById('releases').dataset.query);
  const answer = {};
  for (const name of new Set(asked.keys())) {
    const values = asked.getAll(name).filter(Boolean).map(PLAIN[name] ?? String);
    if (values.length && !['limit', 'after'].includes(name)) answer[name] = SEVERAL.includes(name) ? values : values[0];
  }
  return answer;
}
