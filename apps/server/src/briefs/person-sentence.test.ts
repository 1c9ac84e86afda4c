import { describe, expect, it } from 'vitest';
import { toPersonSentence } from './person-sentence.ts';

const period = (label: string) => ({ text: '', label, from: '', until: '', zone: 'UTC', isOver: true });
const counted = (shipped: number, reviews: number, repositories: number, isAtLeast = false) => ({
  shipped,
  reviews,
  repositories,
  isAtLeast,
  hasAccount: true,
  hasRepositories: true,
});

describe('toPersonSentence', () => {
  it.each([
    [counted(14, 23, 5), '14 pull requests shipped and 23 reviews given, in 5 repositories.'],
    [counted(1, 1, 1), '1 pull request shipped and 1 review given.'],
    [counted(1204, 0, 2), '1,204 pull requests shipped, in 2 repositories.'],
    [counted(0, 3, 1), '3 reviews given.'],
    [counted(2, 3, 2, true), 'At least 2 pull requests shipped and 3 reviews given, in 2 repositories.'],
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
