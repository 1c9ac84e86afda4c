import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isChanged, mergePullRequest } from './merge-pull-request.ts';
import { applyChange, holdAll, toShown } from './testing/apply-change.ts';
import { githubStory } from './testing/github-story.ts';
import { at, comment, factsOf, partOf, review, whole } from './testing/pull-request-facts.ts';

const label = (name: string, colour = 'red') => ({ name, colour });

describe('answers that contradict each other under no version', () => {
  test('lead to the same in any order and however often they come', () => {
    const orders = githubStory.chain((answers) =>
      fc.tuple(
        fc.constant(answers),
        fc.shuffledSubarray([...answers, ...answers], { minLength: 2 * answers.length }),
      ),
    );

    fc.assert(
      fc.property(orders, ([answers, shuffled]) => {
        expect(toShown(holdAll(shuffled))).toEqual(toShown(holdAll(answers)));
      }),
      { numRuns: 500 },
    );
  });

  test('change nothing when they are seen again', () => {
    fc.assert(
      fc.property(githubStory, (answers) => {
        const held = holdAll(answers);

        for (const answer of answers) {
          const change = mergePullRequest(held, answer);

          expect(isChanged(change)).toBe(false);
          expect(change.isContradicted).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a pull request', () => {
  test('is not moved back by an older version', () => {
    const held = holdAll([factsOf({ version: 20, content: { title: 'new' } })]);

    const change = mergePullRequest(held, factsOf({ version: 10, observed: 30, content: { title: 'old' } }));

    expect(isChanged(change)).toBe(false);
  });

  test('seen in two contents under one version is left as it is and asked for again', () => {
    const held = holdAll([factsOf({ version: 10, content: { title: 'first' } })]);

    const change = mergePullRequest(
      held,
      factsOf({ version: 10, observed: 11, content: { title: 'second' } }),
    );

    expect(change).toMatchObject({ row: undefined, isContradicted: true });
  });

  test('looked up after two contents under one version takes what the look-up says', () => {
    const held = holdAll([factsOf({ version: 10, content: { title: 'first' } })]);
    const lookup = factsOf({ version: 10, observed: 12, isLookup: true, content: { title: 'second' } });

    const change = mergePullRequest(held, lookup);

    expect(change.row?.content.title).toBe('second');
    expect(change.isContradicted).toBe(false);
    expect(isChanged(mergePullRequest(applyChange(held, change), lookup))).toBe(false);
  });

  test('keeps its author after the account is gone', () => {
    const held = holdAll([factsOf({ version: 10 })]);

    const after = holdAll([factsOf({ version: 20, content: { authorAccountId: undefined } })], held);

    expect(after.row.content.authorAccountId).toBe(1);
  });

  test('gets its size from a second answer under the same version', () => {
    const unknown = { additions: undefined, deletions: undefined, changedFiles: undefined };
    const held = holdAll([factsOf({ version: 10, content: unknown })]);

    const after = holdAll([factsOf({ version: 10, observed: 11 })], held);

    expect(after.row.content).toMatchObject({ additions: 10, deletions: 2, changedFiles: 1 });
  });

  test('loses a known size to a newer version that does not know it', () => {
    const unknown = { additions: undefined, deletions: undefined, changedFiles: undefined };

    const after = holdAll([factsOf({ version: 10 }), factsOf({ version: 20, content: unknown })]);

    expect(after.row.content.additions).toBeUndefined();
  });
});

describe('a field that GitHub did not tell', () => {
  const merged = { state: 'merged', mergedAt: at(5), mergedByAccountId: 2 } as const;
  const untold = new Map([['merge-commit', 'forbidden']] as const);
  const without = { content: { ...merged, mergeCommitOid: undefined }, untold };
  const told = { content: { ...merged, mergeCommitOid: 'c'.repeat(40) } };
  const partsOf = (held: ReturnType<typeof holdAll>) => held.parts.get('merge-commit');

  test('is not known, and its part says why', () => {
    const after = holdAll([factsOf({ version: 10, ...without })]);

    expect(after.row.content.state).toBe('merged');
    expect(partsOf(after)).toMatchObject({ state: 'unavailable', total: 0, held: 0, reason: 'forbidden' });
  });

  test('is said once, not at every look', () => {
    const held = holdAll([factsOf({ version: 10, ...without })]);

    const change = mergePullRequest(held, factsOf({ version: 10, observed: 20, ...without }));

    expect(isChanged(change)).toBe(false);
  });

  test('comes with a later answer under the same version, which contradicts nothing', () => {
    const held = holdAll([factsOf({ version: 10, ...without })]);

    const change = mergePullRequest(held, factsOf({ version: 10, observed: 20, ...told }));

    expect(change.isContradicted).toBe(false);
    expect(change.row?.content.mergeCommitOid).toBe('c'.repeat(40));
    expect(change.parts.get('merge-commit')).toMatchObject({ state: 'complete', reason: undefined });
  });

  test.each([10, 20])('stays as it was told before, and is no gap, under version %i', (version) => {
    const after = holdAll([
      factsOf({ version: 10, ...told }),
      factsOf({ version, observed: 30, isLookup: true, ...without }),
    ]);

    expect(after.row.content.mergeCommitOid).toBe('c'.repeat(40));
    expect(partsOf(after)).toBeUndefined();
  });

  test('is no gap where it was told under this version that there is nothing', () => {
    const decision = new Map([['review-decision', 'forbidden']] as const);

    const after = holdAll([
      factsOf({ version: 10 }),
      factsOf({ version: 10, observed: 20, untold: decision }),
    ]);

    expect(after.parts.get('review-decision')).toBeUndefined();
  });

  test('is not taken from an older version where it may have changed since', () => {
    const decision = new Map([['review-decision', 'forbidden']] as const);

    const after = holdAll([
      factsOf({ version: 10, content: { reviewDecision: 'approved' } }),
      factsOf({ version: 20, untold: decision }),
    ]);

    expect(after.row.content.reviewDecision).toBeUndefined();
    expect(after.parts.get('review-decision')).toMatchObject({ reason: 'forbidden' });
  });
});

describe('a list', () => {
  const shown = (held: ReturnType<typeof holdAll>) => [...held.lists.labels.keys()].toSorted();

  test('is replaced by a whole one of a newer version', () => {
    const after = holdAll([
      factsOf({ version: 10, lists: { labels: whole(label('bug'), label('wip')) } }),
      factsOf({ version: 20, lists: { labels: whole(label('bug')) } }),
    ]);

    expect(shown(after)).toEqual(['bug']);
    expect(after.parts.get('labels')).toMatchObject({ state: 'complete', total: 1, held: 1 });
  });

  test('loses nothing to one that was cut off', () => {
    const after = holdAll([
      factsOf({ version: 10, lists: { labels: whole(label('bug'), label('wip')) } }),
      factsOf({ version: 20, lists: { labels: partOf(5, label('new')) } }),
    ]);

    expect(shown(after)).toEqual(['bug', 'new', 'wip']);
    expect(after.parts.get('labels')).toMatchObject({
      state: 'partial',
      total: 5,
      held: 3,
      reason: 'cut-off',
      completeVersion: at(10),
    });
  });

  test('says why nothing of it could be read', () => {
    const forbidden = { items: [], total: undefined, reason: 'forbidden' } as const;

    const after = holdAll([factsOf({ version: 10, lists: { files: forbidden } })]);

    expect(after.parts.get('files')).toMatchObject({ state: 'unavailable', held: 0, reason: 'forbidden' });
  });

  test('that was cut off becomes whole under the same version', () => {
    const after = holdAll([
      factsOf({ version: 10, lists: { labels: partOf(2, label('bug')) } }),
      factsOf({ version: 10, observed: 11, lists: { labels: whole(label('bug'), label('wip')) } }),
    ]);

    expect(after.parts.get('labels')).toMatchObject({ state: 'complete', total: 2, held: 2 });
  });

  test('seen whole in two contents under one version is left as it is and asked for again', () => {
    const held = holdAll([factsOf({ version: 10, lists: { labels: whole(label('bug')) } })]);
    const other = factsOf({ version: 10, observed: 11, lists: { labels: whole(label('wip')) } });

    const change = mergePullRequest(held, other);

    expect(change.isContradicted).toBe(true);
    expect(isChanged(change)).toBe(false);
    expect(shown(holdAll([{ ...other, isLookup: true }], held))).toEqual(['wip']);
  });
});

describe('a review', () => {
  test('that was dismissed is never taken back', () => {
    const after = holdAll([
      factsOf({ version: 20, lists: { reviews: whole(review(1, 'dismissed')) } }),
      factsOf({ version: 20, observed: 25, lists: { reviews: whole(review(1, 'approved')) } }),
    ]);

    expect(after.lists.reviews.get('1')?.item.state).toBe('dismissed');
  });

  test('seen otherwise under one version is as it was seen last', () => {
    const early = factsOf({ version: 10, lists: { reviews: whole(review(1, 'commented', 3)) } });
    const late = factsOf({ version: 10, observed: 15, lists: { reviews: whole(review(1, 'commented', 8)) } });

    expect(holdAll([early, late]).lists.reviews.get('1')?.item.bodyLength).toBe(8);
    expect(holdAll([late, early]).lists.reviews.get('1')?.item.bodyLength).toBe(8);
  });

  test('that a whole list lacks becomes a tombstone, and comes back when it is seen later', () => {
    const gone = holdAll([
      factsOf({ version: 10, lists: { reviews: whole(review(1), review(2)) } }),
      factsOf({ version: 20, lists: { reviews: whole(review(2)) } }),
    ]);

    const back = holdAll([factsOf({ version: 30, lists: { reviews: whole(review(1), review(2)) } })], gone);

    expect(gone.lists.reviews.get('1')?.isGone).toBe(true);
    expect(gone.parts.get('reviews')).toMatchObject({ held: 1, total: 1 });
    expect(back.lists.reviews.get('1')?.isGone).toBe(false);
  });
});

test('a review keeps the commit that was reviewed when a token is not told it any more', () => {
  const reviewed = { ...review(31), commitOid: 'c'.repeat(40) };

  const after = holdAll([
    factsOf({ version: 10, lists: { reviews: whole(reviewed) } }),
    factsOf({ version: 20, lists: { reviews: whole(review(31)) } }),
  ]);

  expect(after.lists.reviews.get('31')?.item.commitOid).toBe('c'.repeat(40));
});

describe('a comment', () => {
  test('follows its own version, not that of the pull request', () => {
    const after = holdAll([
      factsOf({ version: 10, lists: { comments: whole(comment(1, 9, 50)) } }),
      factsOf({ version: 20, lists: { comments: whole(comment(1, 8, 40)) } }),
    ]);

    expect(after.lists.comments.get('1')?.item.bodyLength).toBe(50);
  });
});

describe('an event', () => {
  const event = { kind: 'closed', occurredAt: at(3), actorAccountId: 4, subject: '', nodeId: undefined };

  test('known from elsewhere gets its node id', () => {
    const after = holdAll([
      factsOf({ version: 10, events: whole(event) }),
      factsOf({ version: 20, events: whole({ ...event, nodeId: 'E_1' }) }),
    ]);

    expect(after.events).toEqual([{ ...event, nodeId: 'E_1' }]);
  });

  test('stays one event after its actor is gone', () => {
    const after = holdAll([
      factsOf({ version: 10, events: whole({ ...event, nodeId: 'E_1' }) }),
      factsOf({ version: 20, events: whole({ ...event, nodeId: 'E_1', actorAccountId: 0 }) }),
    ]);

    expect(after.events).toEqual([{ ...event, nodeId: 'E_1' }]);
  });

  test('is not forgotten by a list that lacks it', () => {
    const after = holdAll([
      factsOf({ version: 10, events: whole(event) }),
      factsOf({ version: 20, events: whole() }),
    ]);

    expect(after.events).toEqual([event]);
  });
});
