/** The readable name of a person in addresses: lower-case ASCII words joined by hyphens; `fallback` when nothing is left. */
export function toSlug(name: string, fallback = 'person'): string {
  const ascii = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return words.slice(0, 60).replace(/-+$/, '') || fallback;
}

/** `me` is the reader's own page; the others are pages besides those of people. */
const reserved: ReadonlySet<string> = new Set([
  'me',
  'new',
  'suggestions',
  'unlinked',
  'bots',
  'import',
  'members',
  'corrections',
]);

/** The first free name in the address: `kim`, then `kim-2`, `kim-3`, … */
export function toFreeSlug(name: string, taken: ReadonlySet<string>, fallback?: string): string {
  const base = toSlug(name, fallback);
  if (!taken.has(base) && !reserved.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
