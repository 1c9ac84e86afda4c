import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeStanding } from './merge-standing.ts';

interface Row {
  readonly id: number;
  readonly text: string;
}
const row = (id: number, text = 'as before'): Row => ({ id, text });
const merge = (standing: readonly Row[], incoming: readonly Row[], hasMore = false) =>
  mergeStanding({ standing, incoming, toKey: ({ id }) => id, hasMore });

describe('a list that stands', () => {
  it('shows the first rows as they come', () => {
    expect(merge([], [row(1), row(2)])).toEqual({ rows: [row(1), row(2)], marks: new Map(), added: 0 });
  });

  it('counts rows that come above or between, and appends those behind its end', () => {
    const merged = merge([row(1), row(2)], [row(9), row(1), row(8), row(2), row(3)]);

    expect(merged.rows.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(merged.added).toBe(2);
  });

  it('keeps rows that left, and marks them', () => {
    const merged = merge([row(1), row(2), row(3)], [row(1), row(3)]);

    expect(merged.rows.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect([...merged.marks]).toEqual([[2, 'left']]);
  });

  it('does not take for gone what was pushed behind the last page', () => {
    const merged = merge([row(1), row(2), row(3)], [row(9), row(1), row(2)], true);

    expect([...merged.marks]).toEqual([]);
    expect(merged.added).toBe(1);
  });

  it('changes values in place, and marks them', () => {
    const merged = merge([row(1), row(2)], [row(1, 'merged'), row(2)]);

    expect(merged.rows).toEqual([row(1, 'merged'), row(2)]);
    expect([...merged.marks]).toEqual([[1, 'changed']]);
  });

  it('counts all where nothing that stands is left', () => {
    expect(merge([row(1)], [row(2), row(3)])).toMatchObject({ rows: [row(1)], added: 2 });
  });

  it('never moves a row', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(ids, ids, fc.boolean(), (before, after, hasMore) => {
        const merged = merge(
          before.map((id) => row(id)),
          after.map((id) => row(id)),
          hasMore,
        );

        expect(merged.rows.slice(0, before.length).map(({ id }) => id)).toEqual(before);
        expect(new Set(merged.rows.map(({ id }) => id)).size).toBe(merged.rows.length);
        expect(merged.rows.filter(({ id }) => after.includes(id)).length + merged.added).toBe(after.length);
      }),
    );
  });
});
