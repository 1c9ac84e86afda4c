import { describe, expect, it } from 'vitest';
import {
  author,
  commentAt,
  commitAt,
  eventAt,
  hour,
  otherSelf,
  peer,
  reviewAt,
  robot,
  storyOf,
  who,
} from './testing/story.ts';
import { toFact } from './to-fact.ts';

const factOf = (different: Parameters<typeof storyOf>[0]) => toFact(storyOf(different), who, []);

describe('the first commit', () => {
  it('is the earliest ever seen, kept when a force-push takes it away', () => {
    const fact = factOf({ commits: [commitAt(-1)], knownFirstCommitAt: hour(-9) });

    expect(fact.firstCommitAt).toBe(hour(-9));
  });
});

describe('ready', () => {
  it.each([
    ['never a draft', [], 0],
    ['the last before the first review', [eventAt(1, 'ready-for-review'), eventAt(3, 'ready-for-review')], 3],
    ['not one after the first review', [eventAt(1, 'ready-for-review'), eventAt(9, 'ready-for-review')], 1],
    ['only one after the first review: opened', [eventAt(9, 'ready-for-review')], 0],
  ])('%s', (_, events, expected) => {
    expect(factOf({ events, reviews: [reviewAt(5)] }).readyAt).toBe(hour(expected));
  });
});

describe('the first response', () => {
  it.each([
    ['another', { reviews: [reviewAt(4)], comments: [commentAt(3)] }, hour(3)],
    ['not the author', { comments: [commentAt(1, author), commentAt(2)] }, hour(2)],
    ['not another account of the author', { comments: [commentAt(1, otherSelf), commentAt(2)] }, hour(2)],
    ['not a bot', { comments: [commentAt(1, robot), commentAt(2)] }, hour(2)],
    ['nobody', { comments: [commentAt(1, robot)] }, undefined],
    [
      'a comment of a review when that is submitted',
      {
        reviews: [{ ...reviewAt(6), githubId: 77 }],
        comments: [{ ...commentAt(2), kind: 'review' as const, reviewGithubId: 77 }],
      },
      hour(6),
    ],
  ])('is of %s', (_, different, expected) => {
    expect(factOf(different).firstResponse?.at).toBe(expected);
  });
});

describe('words of others', () => {
  it('leaves out a review that only carries comments', () => {
    const fact = factOf({
      reviews: [{ ...reviewAt(1), length: 0 }],
      comments: [{ ...commentAt(1), kind: 'review' }],
    });

    expect([fact.words, fact.reviewComments]).toEqual([1, 1]);
  });

  it('before the end are not those after the merge', () => {
    const fact = factOf({ mergedAt: hour(5), comments: [commentAt(6, peer, 300)] });

    expect([fact.words, fact.wordsBeforeEnd, fact.longestBeforeEnd]).toEqual([1, 0, undefined]);
  });
});

describe('review rounds and follow-on commits', () => {
  it('counts commits that follow a request for changes as one round', () => {
    const fact = factOf({
      commits: [commitAt(-1), commitAt(3), commitAt(4), commitAt(6)],
      reviews: [reviewAt(2, 'changes-requested'), reviewAt(5, 'changes-requested')],
    });

    expect([fact.rounds, fact.followOnCommits]).toEqual([2, 3]);
  });

  it('a request stands until its own reviewer approves', () => {
    const reviews = [reviewAt(2, 'changes-requested'), reviewAt(3, 'approved', 5)];

    expect(factOf({ reviews }).changesRequestedAt).toBe(hour(2));
    expect(factOf({ reviews: [...reviews, reviewAt(4, 'approved')] }).changesRequestedAt).toBeUndefined();
  });
});

describe('turns', () => {
  const fact = factOf({
    reviews: [reviewAt(4), reviewAt(6)],
    comments: [commentAt(9, author), commentAt(10, author), commentAt(12)],
    mergedAt: hour(20),
  });

  it('an answer counts from the last of a reviewer’s actions to the author’s first', () => {
    expect(fact.answers).toEqual({ count: 1, seconds: 3 * 3_600 });
  });

  it('a reaction counts from the last of the author’s actions to the reviewer’s first', () => {
    expect(fact.reactions).toEqual({ count: 2, seconds: (4 + 2) * 3_600 });
  });
});

describe('collaboration', () => {
  const merged = { mergedAt: hour(9), closedAt: hour(9), mergedById: author };
  it.each([
    [undefined, {}],
    [
      'assigned-peer-approved',
      {
        ...merged,
        reviews: [reviewAt(2, 'approved')],
        events: [eventAt(1, 'review-requested', `account:${peer}`)],
      },
    ],
    ['unassigned-peer-approved', { ...merged, reviews: [reviewAt(2, 'approved')] }],
    ['self-merged-after-comments', { ...merged, comments: [commentAt(2)] }],
    ['self-merged-without-review', { ...merged, comments: [commentAt(10), commentAt(2, robot)] }],
    ['ended-by-another-unapproved', { ...merged, mergedById: peer, comments: [commentAt(2)] }],
    ['ended-by-another-unapproved', { closedAt: hour(3) }],
  ] as const)('is %s', (expected, different) => {
    expect(factOf(different).collaboration).toBe(expected);
  });
});

describe('participants', () => {
  it('unblocked what moved within a day of their first response or approval', () => {
    const fact = factOf({
      reviews: [reviewAt(1), reviewAt(40, 'approved')],
      commits: [commitAt(30)],
      mergedAt: hour(45),
    });

    expect(fact.participants).toMatchObject([
      { accountId: peer, reviews: 2, approvals: 1, unblockedAt: hour(45) },
    ]);
  });

  it('are bots too, marked, and the author is none', () => {
    const fact = factOf({ comments: [commentAt(1, robot), commentAt(1, otherSelf), commentAt(2, author)] });

    expect(fact.participants).toMatchObject([{ accountId: robot, isRobot: true, comments: 1 }]);
  });
});

describe('exclusion', () => {
  const rules = [
    { kind: 'repository', pattern: 'acme/*', reason: 'A playground.' },
    { kind: 'label', pattern: 'Deps*', reason: 'Dependencies.' },
  ] as const;
  it.each([
    ['a bot before all else', { authorId: robot, excludedReason: 'By hand.' }, 'bot'],
    ['an AI agent, which is counted apart', { authorId: 8 }, 'ai-agent'],
    ['by hand before a rule', { excludedReason: 'By hand.', labels: ['deps/npm'] }, 'pull-request'],
    ['a rule before its repository', { labels: ['deps/npm'] }, 'rule'],
    ['its repository', {}, 'repository'],
  ])('%s', (_, different, kind) => {
    expect(toFact(storyOf(different), who, rules).exclusion?.kind).toBe(kind);
  });

  it('nobody is left out without a reason', () => {
    expect(factOf({}).exclusion).toBeUndefined();
  });
});
