import { describe, expect, it } from 'vitest';
import type { AttentionFacts } from './attention-facts.ts';
import { judgeWaiting } from './judge-waiting.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 20, hour));
const ready: AttentionFacts = { state: 'open', isDraft: false, readyAt: at(1), askedOf: [], reviewedBy: [] };
const judge = (facts: Partial<AttentionFacts>) => judgeWaiting({ ...ready, ...facts });

describe('judgeWaiting', () => {
  it.each([
    ['a draft', { isDraft: true }],
    ['a merged one', { state: 'merged', mergedAt: at(9) }],
    ['a closed one', { state: 'closed' }],
  ] as const)('says that %s waits for nothing', (_, facts) => {
    expect(judge(facts)).toBeUndefined();
  });

  it('waits for a first review from when it is ready, of those asked or of anybody', () => {
    expect(judge({})).toEqual({ kind: 'first-review', sinceAt: at(1), turn: { kind: 'anybody' } });
    expect(judge({ askedOf: ['Kim'] })?.turn).toEqual({ kind: 'reviewers', names: ['Kim'] });
  });

  it.each([
    ['an approval', { lastApprovalAt: at(4) }, 'not-merged', 4],
    ['commits after the approval', { lastApprovalAt: at(4), lastCommitAt: at(6) }, 're-review', 6],
    [
      'commits after it that GitHub still counts as approved',
      { lastApprovalAt: at(4), lastCommitAt: at(6), reviewDecision: 'approved' },
      'not-merged',
      4,
    ],
    [
      'one approval of two',
      { lastApprovalAt: at(4), reviewDecision: 'review-required' },
      'another-review',
      4,
    ],
    ['changes requested', { changesRequestedAt: at(4) }, 'changes-requested', 4],
    [
      'changes requested and a reply of the author',
      { changesRequestedAt: at(4), lastAuthorActionAt: at(5) },
      'changes-requested',
      5,
    ],
    ['changes requested and pushed', { changesRequestedAt: at(4), lastCommitAt: at(7) }, 're-review', 7],
    ['a comment', {}, 'answer', 4],
    ['a comment and a reply', { lastAuthorActionAt: at(8) }, 'reply', 8],
  ] as const)('after %s', (_, facts, kind, hour) => {
    const waiting = judge({ firstResponseAt: at(4), lastReviewerActionAt: at(4), ...facts });

    expect(waiting).toMatchObject({ kind, sinceAt: at(hour) });
  });

  it('asks those again who reviewed before, where nobody is asked', () => {
    const facts = {
      firstResponseAt: at(2),
      lastReviewerActionAt: at(2),
      lastCommitAt: at(3),
      reviewedBy: ['Robin'],
    };

    expect(judge(facts)?.turn).toEqual({ kind: 'reviewers', names: ['Robin'] });
    expect(judge({ ...facts, askedOf: ['Kim'] })?.turn).toEqual({ kind: 'reviewers', names: ['Kim'] });
  });
});
