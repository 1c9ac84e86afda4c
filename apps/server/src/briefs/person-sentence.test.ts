import { describe, expect, it } from 'vitest';
import { toPersonSentence } from './person-sentence.ts';

const period = (label: string) => ({ text: '', label, from: '', until: '', zone: 'UTC', isOver: true });
const counted = (shipped: number, reviews: number, unblocked: number, isAtLeast = false) => ({
  shipped,
  reviews,
  unblocked,
  isAtLeast,
  hasAccount: true,
  hasRepositories: true,
});

describe('toPersonSentence', () => {
  it.each([
    [counted(14, 23, 6), '14 pull requests shipped, 23 reviews given, 6 pull requests of others unblocked.'],
    [counted(1, 1, 1), '1 pull request shipped, 1 review given, 1 pull request of others unblocked.'],
    [counted(1204, 0, 0), '1,204 pull requests shipped.'],
    [counted(0, 3, 0), '3 reviews given.'],
    [counted(2, 3, 0, true), 'At least 2 pull requests shipped, 3 reviews given.'],
  ])('says %j', (given, sentence) => {
    expect(toPersonSentence(given, period('the last 30 days'))).toBe(sentence);
  });

  it.each([
    ['the last 30 days', 'Nothing was merged or reviewed in the last 30 days.'],
    ['this week', 'Nothing was merged or reviewed this week.'],
    ['today', 'Nothing was merged or reviewed today.'],
    ['21 November 2026', 'Nothing was merged or reviewed on 21 November 2026.'],
    ['1 May 2026 to 3 May 2026', 'Nothing was merged or reviewed from 1 May 2026 to 3 May 2026.'],
  ])('says what was looked for when there is nothing in %s', (label, sentence) => {
    expect(toPersonSentence(counted(0, 0, 0), period(label))).toBe(sentence);
  });

  it.each([
    [{ hasAccount: false }, 'No GitHub account is linked, so it is not known what was merged or reviewed.'],
    [
      { hasRepositories: false },
      'No repository was granted to you, so it is not known what was merged or reviewed.',
    ],
  ])('says with %j that there was nowhere to look', (different, sentence) => {
    expect(toPersonSentence({ ...counted(0, 0, 0), ...different }, period('the last 30 days'))).toBe(
      sentence,
    );
  });
});
