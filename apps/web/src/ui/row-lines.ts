/** Where a row of a `RowList` stands among its rows, from 0. */
export const toPlace = (line: HTMLElement): number => Number(line.dataset['place']);

/** What opens a row: what carries `data-opens-row`, else its first link. */
export const findOpener = (line: HTMLElement): HTMLElement | undefined =>
  line.querySelector<HTMLElement>('[data-opens-row]') ??
  line.querySelector<HTMLElement>('a[href]') ??
  undefined;

/** The row after one, or before it; undefined at the end. Where the next is not in the page yet, the list is scrolled there. */
export const findNext = (line: HTMLElement, step: number): HTMLElement | undefined => {
  const next = step > 0 ? line.nextElementSibling : line.previousElementSibling;
  if (!(next instanceof HTMLElement)) return undefined;
  if (next.dataset['room'] === undefined) return next;
  line.scrollIntoView({ block: 'center' });
  return undefined;
};

/** Where one comes back to: the row that had the focus last, else the first that is seen. */
export const findEntry = (table: HTMLElement, lastPlace: number): HTMLElement | undefined => {
  const lines = [...table.querySelectorAll<HTMLElement>('tr[data-place]')];
  const seen = lines.filter(isSeen);
  return (
    seen.find((line) => toPlace(line) === lastPlace) ??
    seen.find((line) => findOpener(line) !== undefined) ??
    lines[0]
  );
};

const isSeen = (line: HTMLElement): boolean => {
  const { top, bottom } = line.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
};
