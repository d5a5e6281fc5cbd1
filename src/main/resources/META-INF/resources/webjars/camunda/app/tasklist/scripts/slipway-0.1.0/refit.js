/**
 * Shows all of a drawing again whenever its place becomes another size, until somebody looks closer or moves it.
 *
 * @returns takes whether all of it is shown now
 */
export function refit(place, fit) {
  let whole = true;
  const closer = () => (whole = false);
  place.addEventListener('wheel', closer, { passive: true });
  place.addEventListener('pointermove', event => event.buttons && closer());
  new ResizeObserver(() => whole && fit()).observe(place);
  return shown => (whole = shown);
}
