import { createHash } from 'node:crypto';

/** When GitHub's clock, and then ours, begins: far enough ahead that every run begins at the same instant. */
export const startAt = '2031-03-01T00:00:00Z';

/** Faults that a share of requests gets; limits are really used up, for an hour or a minute. */
const passing = [
  'server-error',
  'bad-gateway',
  'unavailable',
  'html',
  'cut-off',
  'truncated',
  'reset',
  'late',
  'partial',
  'wrong-types',
  'primary-limit',
  'secondary-limit',
] as const;

/**
 * Faults that come once or twice, for they last: a repository of four is deleted in every other seed only, and a stalled
 * answer comes in one of ten, for it takes half a minute that nobody can put forward.
 */
const rare = ['revoked', 'renamed', 'deleted', 'withheld', 'withheld', 'stalled'] as const;

/** Requests within which they come: about as many as the first reading of a seed takes. */
const withinRequests = 120;

/** By how many seconds GitHub's clock is ahead of ours. */
const skews = [0, 7, -25, 600, -600, 25] as const;

/** Everything that happens to a seed, derived from its number alone. */
export function toSeedPlan(seed: number) {
  const once = rare
    .filter((kind) => isFor(kind, seed))
    .map((kind, at) => ({ kind, atRequest: 5 + Math.floor(draw(`${seed} ${kind} ${at}`) * withinRequests) }));
  return {
    faults: { seed, share: 0.1, kinds: passing, once },
    skewSeconds: skews[seed % skews.length] ?? 0,
  };
}

const isFor = (kind: (typeof rare)[number], seed: number): boolean => {
  if (kind === 'deleted') return seed % 2 === 1;
  return kind !== 'stalled' || seed % 10 === 3;
};

const draw = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
