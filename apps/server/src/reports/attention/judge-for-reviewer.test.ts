import { describe, expect, it } from 'vitest';
import type { AttentionFacts } from './attention-facts.ts';
import { judgeForReviewer, type ReviewerPart } from './judge-for-reviewer.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 20, hour));
const open: AttentionFacts = {
  state: 'open',
  isDraft: false,
  readyAt: at(1),
  firstResponseAt: at(4),
  lastReviewerActionAt: at(4),
  askedOf: [],
  reviewedBy: [],
};
const judge = (facts: Partial<AttentionFacts>, part: Partial<ReviewerPart>) =>
  judgeForReviewer({ ...open, ...facts }, { hasApproved: false, ...part });

describe('judgeForReviewer', () => {
  it.each([
    ['a review asked of them', {}, { askedAt: at(6) }, 'first-review', 6],
    ['one asked before it was ready', { readyAt: at(9) }, { askedAt: at(6) }, 'first-review', 9],
    ['commits after their review', { lastCommitAt: at(8) }, { actedAt: at(4) }, 're-review', 8],
    ['a reply to it', { lastAuthorActionAt: at(7) }, { actedAt: at(4) }, 'reply', 7],
    [
      'a reply after they asked for changes',
      { changesRequestedAt: at(4), lastAuthorActionAt: at(7) },
      { actedAt: at(4) },
      'reply',
      7,
    ],
  ] as const)('waits for %s', (...[, facts, part, kind, hour]) => {
    expect(judge(facts, part)).toMatchObject({ kind, sinceAt: at(hour) });
  });

  it.each([
    ['nothing came since', {}, { actedAt: at(4) }],
    ['it is a draft', { isDraft: true }, { askedAt: at(6) }],
    ['it is approved by others', { lastApprovalAt: at(5) }, { askedAt: at(6) }],
    [
      'they approved it',
      { lastAuthorActionAt: at(7), reviewDecision: 'review-required' },
      { actedAt: at(4), hasApproved: true },
    ],
    ['they only watch', { lastCommitAt: at(8) }, {}],
  ] as const)('waits for nothing where %s', (_, facts, part) => {
    expect(judge(facts, part)).toBeUndefined();
  });
});
