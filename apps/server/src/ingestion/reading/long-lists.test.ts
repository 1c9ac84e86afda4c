import type { PullRequestFiles } from '@throughline/github';
import { describe, expect, test } from 'vitest';
import { createLongLists } from './long-lists.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 1, hour));

const list = (nodeId: string, items = 1, updatedAt = at(0)): PullRequestFiles => ({
  nodeId,
  updatedAt,
  observedAt: at(0),
  files: {
    items: Array.from({ length: items }, (_, place) => ({
      path: `src/${place}.ts`,
      change: 'added' as const,
      additions: 1,
      deletions: 0,
    })),
    total: 300,
    isComplete: false,
    after: 'place',
  },
});

describe('a long list of files', () => {
  test('is gone on with where it was', () => {
    const lists = createLongLists().ofHost(1);

    lists.keep(list('PR_1', 100), at(1));
    lists.keep(list('PR_1', 200), at(2));

    expect(lists.find({ nodeId: 'PR_1', updatedAt: at(0) }, at(3))?.files.items).toHaveLength(200);
  });

  test('begins anew for another version, and three days after it was begun', () => {
    const lists = createLongLists().ofHost(1);

    lists.keep(list('PR_1'), at(1));
    lists.keep(list('PR_1', 2), at(20));

    expect(lists.find({ nodeId: 'PR_1', updatedAt: at(1) }, at(2))).toBeUndefined();
    expect(lists.find({ nodeId: 'PR_1', updatedAt: at(0) }, at(72))).toBeDefined();
    expect(lists.find({ nodeId: 'PR_1', updatedAt: at(0) }, at(73))).toBeUndefined();
  });

  test('is dropped when it was not gone on with for longest', () => {
    const lists = createLongLists().ofHost(1);

    for (let place = 0; place < 32; place += 1) lists.keep(list(`PR_${place}`), at(1));
    lists.keep(list('PR_0', 2), at(1));
    lists.keep(list('PR_32'), at(1));

    expect(lists.find({ nodeId: 'PR_0', updatedAt: at(0) }, at(1))).toBeDefined();
    expect(lists.find({ nodeId: 'PR_1', updatedAt: at(0) }, at(1))).toBeUndefined();
  });

  test('is not what another host says of the same id', () => {
    const lists = createLongLists();

    lists.ofHost(1).keep(list('PR_1'), at(1));
    lists.ofHost(2).forget('PR_1');

    expect(lists.ofHost(2).find({ nodeId: 'PR_1', updatedAt: at(0) }, at(1))).toBeUndefined();
    expect(lists.ofHost(1).find({ nodeId: 'PR_1', updatedAt: at(0) }, at(1))).toBeDefined();
  });
});
