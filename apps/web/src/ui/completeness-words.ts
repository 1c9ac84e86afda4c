import type { DataHeld } from '@throughline/contract';
import { toNumber } from './number-words.ts';

export interface CompletenessWords {
  /** "61 %"; undefined where all is here, or where that is not known. */
  readonly share: string | undefined;
  readonly count: string;
  /** What the ring says, for readers who do not see it. */
  readonly aloud: string | undefined;
}

/** How much of a kind of data is here, in words. None is said only where GitHub says 0. */
export const toCompletenessWords = ({ held, percent, isOff }: Omit<DataHeld, 'kind'>): CompletenessWords => {
  if (isOff) return { share: undefined, count: 'off', aloud: undefined };
  if (percent === undefined) {
    const count = held === 0 ? 'counting' : `at least ${toNumber(held)}`;
    return { share: undefined, count, aloud: undefined };
  }
  if (percent === 100) {
    const count = held === 0 ? 'none on GitHub' : toNumber(held);
    return { share: undefined, count, aloud: held === 0 ? undefined : ', all of them' };
  }
  return { share: `${percent} %`, count: held === 0 ? '' : toNumber(held), aloud: ' so far' };
};
