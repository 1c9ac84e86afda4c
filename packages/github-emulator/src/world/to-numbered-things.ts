import type { NumberedThings } from './create-repository-source.ts';
import type { Instant } from './model.ts';

/** Records already in memory, in any order, as the numbered things of a repository. */
export function toNumberedThings<State, Thing extends { number: number; state: State; updatedAt: Instant }>(
  things: readonly Thing[],
): NumberedThings<Thing, State> {
  const byNumber = new Map(things.map((thing) => [thing.number, thing]));
  const numbers = [...byNumber.keys()].sort((left, right) => left - right);
  const get = (number: number): Thing => {
    const thing = byNumber.get(number);
    if (thing === undefined) throw new RangeError(`No number ${number} here.`);
    return thing;
  };
  return {
    count: numbers.length,
    numberAt: (place) => numbers[place] ?? 0,
    outline: (number) => ({
      state: get(number).state,
      updatedAtSeconds: Math.floor(Date.parse(get(number).updatedAt) / 1000),
    }),
    find: (number) => byNumber.get(number),
  };
}
