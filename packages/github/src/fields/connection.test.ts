import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { rawConnection, toConnection } from './connection.ts';

const entry = z.object({ id: z.number() }).transform(({ id }) => id);
const connect = (raw: unknown, kind?: 'scope-missing' | 'timeout') =>
  toConnection(rawConnection.parse(raw), entry, kind === undefined ? [] : [{ kind, path: [] }]);

const list = (nodes: unknown, totalCount: number, hasNextPage = false) => ({
  totalCount,
  pageInfo: { hasNextPage, endCursor: hasNextPage ? 'Y3' : null },
  nodes,
});

describe('a list', () => {
  test.each([
    ['read whole', list([{ id: 1 }, { id: 2 }], 2), undefined, { items: [1, 2], total: 2, isComplete: true }],
    ['that is empty', list([], 0), undefined, { items: [], total: 0, isComplete: true }],
    [
      'that goes on',
      list([{ id: 1 }], 9, true),
      undefined,
      { items: [1], total: 9, isComplete: false, after: 'Y3' },
    ],
    [
      'that is forbidden',
      null,
      'scope-missing',
      { items: [], total: undefined, isComplete: false, unavailableReason: 'forbidden' },
    ],
    [
      'that was cut off',
      null,
      'timeout',
      { items: [], total: undefined, isComplete: false, unavailableReason: 'cut-off' },
    ],
    [
      'that is null without a word',
      null,
      undefined,
      { items: [], total: undefined, isComplete: false, unavailableReason: 'gone' },
    ],
    [
      'with a hidden entry',
      list([{ id: 1 }, null], 2),
      'scope-missing',
      { items: [1], total: 2, isComplete: false, unavailableReason: 'forbidden' },
    ],
    [
      'with an odd entry',
      list([{ id: 1 }, { id: 'x' }], 2),
      undefined,
      { items: [1], total: 2, isComplete: false, unavailableReason: 'unreadable' },
    ],
    [
      'shorter than its total',
      list([{ id: 1 }], 2),
      undefined,
      { items: [1], total: 2, isComplete: false, unavailableReason: 'count-differs' },
    ],
    [
      'longer than its total',
      list([{ id: 1 }, { id: 2 }], 1),
      undefined,
      { items: [1, 2], total: 1, isComplete: false, unavailableReason: 'count-differs' },
    ],
    [
      'that promises more and gives nothing',
      list([], 5, true),
      undefined,
      { items: [], total: 5, isComplete: false, unavailableReason: 'count-differs' },
    ],
  ] as const)('%s', (_name, raw, kind, expected) => {
    expect(connect(raw, kind)).toEqual(expected);
  });
});
