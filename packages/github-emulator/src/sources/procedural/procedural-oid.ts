import { Draws } from './draws.ts';

/** Which commit a name means: the pull request's number, and what it is there. */
export interface OidMeaning {
  readonly number: number;
  readonly kind: OidKind;
  /** Place of a commit or file version, from 0. */
  readonly ordinal: number;
}

const kinds = ['commit', 'base', 'merge', 'rebased', 'before'] as const;
export type OidKind = (typeof kinds)[number];
const ordinalCount = 2 ** 12;

/** A commit's name that looks like any other and says, to who knows the seed, which commit it is. */
export function toOid(seed: number, { number, kind, ordinal }: OidMeaning): string {
  const code = kinds.indexOf(kind) * ordinalCount + ordinal;
  const draws = new Draws(seed, 4, number, code);
  const words = [draws.word(), draws.word(), draws.word()];
  const [numberMask, codeMask] = masksOf(words);
  return [...words, (number ^ numberMask) >>> 0, (code ^ codeMask) >>> 0].map(toHex).join('');
}

/** undefined for a name `toOid` did not make with this seed. */
export function parseOid(seed: number, oid: string): OidMeaning | undefined {
  if (!/^[0-9a-f]{40}$/.test(oid)) return undefined;
  const words = [0, 8, 16, 24, 32].map((at) => Number.parseInt(oid.slice(at, at + 8), 16));
  const [numberMask, codeMask] = masksOf(words.slice(0, 3));
  const number = ((words[3] ?? 0) ^ numberMask) >>> 0;
  const code = ((words[4] ?? 0) ^ codeMask) >>> 0;
  const kind = kinds[Math.floor(code / ordinalCount)];
  if (kind === undefined) return undefined;
  const meaning: OidMeaning = { number, kind, ordinal: code % ordinalCount };
  return toOid(seed, meaning) === oid ? meaning : undefined;
}

function masksOf(words: readonly number[]): readonly [number, number] {
  const draws = new Draws(5, ...words);
  return [draws.word(), draws.word()];
}

function toHex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
