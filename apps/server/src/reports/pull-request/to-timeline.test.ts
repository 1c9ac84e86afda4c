import { describe, expect, test } from 'vitest';
import { toReviewers } from './to-reviewers.ts';
import { type Happening, toTimeline } from './to-timeline.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 20, hour));
const kim = { login: 'kim', kind: 'User' as const };
const robin = { login: 'robin', kind: 'User' as const };

describe('toTimeline', () => {
  const tell = (happenings: readonly Happening[]) =>
    toTimeline(happenings, at(5)).map(({ kind, commits, comments }) =>
      [kind, commits ?? comments].join(' ').trim(),
    );

  test('begins with the first commit and tells pushes after the opening as one', () => {
    expect(
      tell([
        { kind: 'opened', at: at(5), actor: kim },
        { kind: 'committed', at: at(3), actor: kim },
        { kind: 'committed', at: at(4), actor: kim },
        { kind: 'committed', at: at(6), actor: kim },
        { kind: 'committed', at: at(7), actor: kim },
        { kind: 'approved', at: at(8), actor: robin },
        { kind: 'committed', at: at(9), actor: kim },
        { kind: 'closed', at: at(10), actor: kim },
        { kind: 'merged', at: at(10), actor: kim },
      ]),
    ).toEqual(['first-commit', 'opened', 'pushed 2', 'approved', 'pushed 1', 'merged']);
  });

  test('joins comments of one account that follow each other', () => {
    expect(
      tell([
        { kind: 'commented', at: at(6), actor: robin, comments: 2 },
        { kind: 'commented', at: at(7), actor: robin, comments: 3 },
        { kind: 'commented', at: at(8), actor: kim, comments: 1 },
      ]),
    ).toEqual(['commented 5', 'commented 1']);
  });
});

describe('toReviewers', () => {
  test('keeps an approval through later comments, and names who has not answered', () => {
    const reviewers = toReviewers(
      [
        { account: robin, answer: 'approved', at: at(6) },
        { account: robin, answer: 'commented', at: at(7) },
      ],
      [kim],
    );

    expect(reviewers.map(({ account, answer, isAsked }) => [account.login, answer, isAsked])).toEqual([
      ['kim', undefined, true],
      ['robin', 'approved', false],
    ]);
  });
});
