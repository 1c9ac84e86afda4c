import { type LifeStage, toDuration } from '@throughline/contract';

interface Told {
  /** The first commit is known. */
  readonly isKnown: boolean;
  readonly end: 'merge' | 'close' | 'now';
}

const ends = { merge: 'to merge', close: 'until it was closed', now: 'so far' } as const;

const causes: Readonly<Record<LifeStage['name'], string>> = {
  coding: 'coding before it was ready',
  pickup: 'waiting for a first response',
  review: 'review',
  merge: 'waiting for the merge after the last approval',
};

/** "51 h from first commit to merge. Half of it was waiting for a first response." */
export function toBandSentence(stages: readonly LifeStage[], { isKnown, end }: Told): string {
  const total = stages.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
  const from = isKnown ? 'from first commit' : 'since it was ready for review';
  const whole = `${toDuration(total / 60)} ${from} ${ends[end]}.`;
  const longest = stages.reduce((one, other) => ((other.seconds ?? 0) > (one.seconds ?? 0) ? other : one));
  const share = total === 0 ? 0 : (longest.seconds ?? 0) / total;
  if (share < 0.4) return whole;
  const was = end === 'now' && longest.isRunning ? 'is' : 'was';
  return `${whole} ${toShareWords(share)} ${was} ${causes[longest.name]}.`;
}

function toShareWords(share: number): string {
  if (share > 0.9) return 'Nearly all of it';
  if (share > 0.6) return 'Most of it';
  return share >= 0.45 ? 'Half of it' : 'Much of it';
}
