import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decidePace, type PacedRequest } from './decide-pace.ts';

const limits = {
  concurrent: 3,
  restRequestsPerMinute: 5,
  graphqlRequestsPerMinute: 4,
  graphqlBusyMsPerMinute: 10_000,
  busyMsPerMinute: 20_000,
};

const now = 1_000_000;

/** A request that began and ended so many seconds ago. */
const request = (isGraphql: boolean, startedAgo: number, endedAgo?: number): PacedRequest => ({
  isGraphql,
  startedAtMs: now - startedAgo * 1000,
  endedAtMs: endedAgo === undefined ? undefined : now - endedAgo * 1000,
});

describe('the next request', () => {
  test.each<[string, PacedRequest[], boolean, number | undefined]>([
    ['goes when nothing went before', [], true, 0],
    [
      'waits for one to end when all places are taken',
      [request(true, 1), request(false, 1), request(true, 2)],
      false,
      undefined,
    ],
    [
      'waits until the oldest of a full minute is a minute old',
      [50, 40, 30, 20, 10].map((ago) => request(false, ago, ago)),
      false,
      10_000,
    ],
    ['of the other kind does not', [50, 40, 30, 20, 10].map((ago) => request(false, ago, ago)), true, 0],
    [
      'waits while GraphQL was busy for its share',
      [request(true, 40, 34), request(true, 30, 26)],
      true,
      26_000,
    ],
    ['over REST does not wait for that', [request(true, 40, 34), request(true, 30, 26)], false, 0],
    [
      'waits while both together were busy for theirs',
      [request(false, 55, 45), request(false, 40, 30)],
      false,
      15_000,
    ],
    ['counts what still runs', [request(true, 10)], true, 60_000],
  ])('%s', (_name, before, isGraphql, expected) => {
    expect(decidePace(before, { isGraphql }, limits, now)).toBe(expected);
  });

  test('goes after the wait it was told, whatever came before', () => {
    const past = fc.record({ isGraphql: fc.boolean(), startedAgo: fc.nat(59), tookMs: fc.nat(3000) });

    fc.assert(
      fc.property(fc.array(past, { maxLength: 30 }), fc.boolean(), (list, isGraphql) => {
        const before = list.map(
          ({ isGraphql: kind, startedAgo, tookMs }): PacedRequest => ({
            isGraphql: kind,
            startedAtMs: now - startedAgo * 1000 - tookMs,
            endedAtMs: now - startedAgo * 1000,
          }),
        );
        const waitMs = decidePace(before, { isGraphql }, limits, now) ?? 0;
        const later = now + waitMs;
        const remembered = before.filter(({ endedAtMs = later }) => endedAtMs > later - 60_000);

        expect(decidePace(remembered, { isGraphql }, limits, later)).toBe(0);
      }),
    );
  });
});
