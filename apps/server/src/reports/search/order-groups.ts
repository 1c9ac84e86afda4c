import type { HitKind, SearchHit } from '@throughline/contract';

interface HitGroup {
  readonly kind: HitKind;
  readonly hits: readonly SearchHit[];
}

/**
 * Groups with the best hit first: one that is called exactly so, then one that begins so. Within a group the order stays
 * as it is, so that people stand by name.
 */
export const orderGroups = (
  words: readonly string[],
  groups: readonly (readonly SearchHit[])[],
): readonly HitGroup[] =>
  groups
    .flatMap((hits) => (hits[0] === undefined ? [] : [{ kind: hits[0].kind, hits }]))
    .map((group) => ({ group, match: Math.max(...group.hits.map((hit) => toMatch(words, hit))) }))
    .toSorted((left, right) => right.match - left.match)
    .map(({ group }) => group);

const toMatch = (words: readonly string[], { kind, title }: SearchHit): number => {
  const wanted = words.join(' ').toLowerCase();
  const name = title.toLowerCase();
  const last = kind === 'repository' ? (name.split('/').at(-1) ?? name) : name;
  if (name === wanted || last === wanted) return 2;
  return name.startsWith(wanted) || last.startsWith(wanted) ? 1 : 0;
};
