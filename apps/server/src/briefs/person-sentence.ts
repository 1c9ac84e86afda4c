import type { Period } from '@throughline/contract';

interface Counted {
  readonly shipped: number;
  readonly reviews: number;
  /** Pull requests of others that moved after a response. */
  readonly unblocked: number;
  /** While something is still being read the numbers are lower bounds. */
  readonly isAtLeast: boolean;
  /** False: nobody said yet which account's work this is. */
  readonly hasAccount: boolean;
  /** False: the reader sees no repository, whatever was done. */
  readonly hasRepositories: boolean;
}

/**
 * The one sentence of a person's page. Its subject is the work: "14 pull requests shipped, 23 reviews given, 6 pull
 * requests of others unblocked." Nothing found is said as what was looked for, never as a zero; where there was nowhere
 * to look, that is said instead.
 */
export function toPersonSentence(counted: Counted, period: Period): string {
  const parts = [
    counted.shipped > 0 ? `${many(counted.shipped, 'pull request')} shipped` : undefined,
    counted.reviews > 0 ? `${many(counted.reviews, 'review')} given` : undefined,
    counted.unblocked > 0 ? `${many(counted.unblocked, 'pull request')} of others unblocked` : undefined,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return toNothing(counted, period);
  return `${counted.isAtLeast ? 'At least ' : ''}${parts.join(', ')}.`;
}

function toNothing({ hasAccount, hasRepositories }: Counted, period: Period): string {
  const isUnknown = 'so it is not known what was merged or reviewed.';
  if (!hasAccount) return `No GitHub account is linked, ${isUnknown}`;
  if (!hasRepositories) return `No repository was granted to you, ${isUnknown}`;
  return `Nothing was merged or reviewed ${toWhen(period)}.`;
}

const many = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** "in the last 30 days", "in week 47 of 2026", "today", "from 1 November 2026 to 15 November 2026". */
function toWhen(period: Period): string {
  if (period.label === 'today' || /^(this|last) week$/.test(period.label)) return period.label;
  if (period.label.includes(' to ')) return `from ${period.label}`;
  return /^\d+ \w+ \d{4}$/.test(period.label) ? `on ${period.label}` : `in ${period.label}`;
}
