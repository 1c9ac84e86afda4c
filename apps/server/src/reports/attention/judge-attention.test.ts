import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttentionFacts } from './attention-facts.ts';
import { judgeAttention } from './judge-attention.ts';
import { type Limits, usualLimits } from './limits.ts';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const open: AttentionFacts = { state: 'open', isDraft: false, readyAt: ago(1), askedOf: [], reviewedBy: [] };
const kinds = (facts: Partial<AttentionFacts>, limits: Limits = usualLimits) =>
  judgeAttention({ ...open, ...facts }, limits, now).map(({ kind }) => kind);

describe('judgeAttention', () => {
  it('is silent within the limits', () => {
    expect(kinds({ lines: 1000 })).toEqual([]);
    expect(kinds({ readyAt: ago(23.9) })).toEqual([]);
  });

  it.each([
    ['no review for a day', { readyAt: ago(24) }, ['first-review']],
    ['open for five days', { readyAt: ago(120) }, ['first-review', 'open-too-long']],
    ['1,001 lines', { lines: 1001 }, ['oversized']],
    [
      'approved two days ago',
      { readyAt: ago(60), firstResponseAt: ago(50), lastApprovalAt: ago(48) },
      ['not-merged'],
    ],
    ['merged unseen', { state: 'merged', mergedAt: ago(1), lines: 5000 }, ['unreviewed']],
    [
      'commented on after the merge',
      { state: 'merged', mergedAt: ago(3), firstResponseAt: ago(2) },
      ['unreviewed'],
    ],
    ['merged after a response', { state: 'merged', mergedAt: ago(1), firstResponseAt: ago(2) }, []],
    ['closed', { state: 'closed', lines: 5000 }, []],
    ['a draft of any age and size', { isDraft: true, readyAt: ago(900), lines: 5000 }, []],
    ['of unknown size', { lines: undefined }, []],
  ] as const)('%s', (_, facts, expected) => {
    expect(kinds(facts)).toEqual(expected);
  });

  it('knows no limit where a team set none', () => {
    const none = { value: null };
    const limits = { ...usualLimits, 'first-review': none, oversized: none, unreviewed: none };

    expect(kinds({ readyAt: ago(100), lines: 5000 }, limits)).toEqual([]);
    expect(kinds({ state: 'merged', mergedAt: ago(1) }, limits)).toEqual([]);
  });

  it('never forgets what was beyond its limit while nothing happens', () => {
    const hours = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(hours, hours, fc.integer({ min: 1, max: 3000 }), (age, later, lines) => {
        const facts = { ...open, readyAt: ago(age), lines };
        const before = judgeAttention(facts, usualLimits, now).map(({ kind }) => kind);
        const after = judgeAttention(facts, usualLimits, new Date(now.getTime() + later * 3_600_000));

        expect(after.map(({ kind }) => kind)).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});
