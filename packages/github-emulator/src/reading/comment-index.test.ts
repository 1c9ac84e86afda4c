import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CommentListQuery, createCommentIndex, type IndexedComment } from './comment-index.ts';

const instant = fc.integer({ min: 0, max: 5 }).map((second) => `2026-03-01T00:00:0${second}Z`);
const comments = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), createdAt: instant, updatedAt: instant }))),
  );
const query: fc.Arbitrary<CommentListQuery> = fc.record({
  sort: fc.constantFrom('created', 'updated'),
  direction: fc.constantFrom('asc', 'desc'),
  sinceMs: fc.option(instant.map(Date.parse), { nil: undefined }),
  skip: fc.integer({ min: 0, max: 22 }),
  first: fc.integer({ min: 1, max: 5 }),
});

/** The ids that a list sorted anew for every page would show. */
function sortAnew(
  all: readonly IndexedComment[],
  { sort, direction, sinceMs = 0, skip, first }: CommentListQuery,
) {
  const matching = all.filter(({ updatedAt }) => Date.parse(updatedAt) >= sinceMs);
  const keyOf = (one: IndexedComment) => (sort === 'updated' ? one.updatedAt : one.createdAt);
  const sign = direction === 'asc' ? 1 : -1;
  const sorted = matching.toSorted(
    (left, right) => sign * (keyOf(left).localeCompare(keyOf(right)) || left.id - right.id),
  );
  return { ids: sorted.slice(skip, skip + first).map(({ id }) => id), total: matching.length };
}

test('every page is the one that sorting all comments anew would give', () => {
  fc.assert(
    fc.property(comments, query, (all, asked) => {
      const index = createCommentIndex([all.map((comment) => ({ comment, parent: comment.id, ordinal: 0 }))]);

      const { places, total } = index.list(asked);

      expect({ ids: places.map(({ parent }) => parent), total }).toEqual(sortAnew(all, asked));
    }),
  );
});
