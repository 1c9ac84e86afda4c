import { Draws } from './draws.ts';
import { longTitle, oddTitles } from './odd-titles.data.ts';
import type { RepositoryPlan } from './repository-plan.ts';
import { areas } from './words.data.ts';

/** Of all pull requests, where odd titles are wanted. */
const oddShare = 0.02;

/** A title to stumble over; undefined for nearly all, and for every one where they are not wanted. */
export function findOddTitle({ seed, hasOddTitles }: RepositoryPlan, number: number): string | undefined {
  if (!hasOddTitles) return undefined;
  const draws = new Draws(seed, 14, number);
  if (!draws.chance(oddShare)) return undefined;
  const area = draws.pick(areas);
  const fill = (text: string): string => text.replace('{area}', area);
  const title = oddTitles[draws.below(oddTitles.length + 1)];
  if (title !== undefined) return fill(title);
  const { words, characters } = longTitle;
  const sentence = fill(words);
  return sentence.repeat(Math.ceil(characters / sentence.length)).slice(0, characters);
}
