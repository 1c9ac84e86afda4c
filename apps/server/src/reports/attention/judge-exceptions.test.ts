import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttentionFacts } from './attention-facts.ts';
import { toExceptionWords } from './exception-words.ts';
import { judgeExceptions, type Span } from './judge-exceptions.ts';
import { type Limits, usualLimits } from './limits.ts';
import { toSpan } from './span.ts';

const now = new Date('2026-11-21T12:00:00Z');
const at = (day: number, hour = 0): Date => new Date(Date.UTC(2026, 10, day, hour));
const span = (from: string, until: string): Span => toSpan({ from, until, zone: 'UTC' });
const week47 = span('2026-11-16', '2026-11-22');
const payments = { slug: 'payments', name: 'Payments' };
const limits: Limits = {
  ...usualLimits,
  'first-review': { value: 24, setBy: payments },
  'not-merged': { value: 24, setBy: payments },
  oversized: { value: 500, setBy: payments },
  unreviewed: { value: 0, setBy: payments },
};
const open: AttentionFacts = { state: 'open', isDraft: false, readyAt: at(16), askedOf: [], reviewedBy: [] };
const judge = (facts: Partial<AttentionFacts>, given = week47) =>
  judgeExceptions({ ...open, ...facts }, limits, given, now);
const kinds = (facts: Partial<AttentionFacts>, given = week47) => judge(facts, given).map(({ kind }) => kind);

describe('judgeExceptions', () => {
  it.each([
    ['a review that is late and still to come', {}, ['first-review']],
    ['one that came late', { firstResponseAt: at(18), lastReviewerActionAt: at(18) }, ['first-review']],
    ['one in time', { firstResponseAt: at(16, 20), lastReviewerActionAt: at(16, 20) }, []],
    ['a draft', { isDraft: true, lines: 900 }, []],
    ['too many lines', { readyAt: at(21), lines: 501 }, ['oversized']],
    [
      'a merge long after the approval',
      { state: 'merged', firstResponseAt: at(16, 1), lastApprovalAt: at(17), mergedAt: at(19) },
      ['not-merged'],
    ],
    ['a merge nobody saw', { state: 'merged', mergedAt: at(16, 5) }, ['unreviewed']],
  ] as const)('%s', (_, facts, expected) => {
    expect(kinds(facts)).toEqual(expected);
  });

  it('makes none of limits that no team agreed on', () => {
    expect(judgeExceptions({ ...open, lines: 5000 }, usualLimits, week47, now)).toEqual([]);
  });

  it('says of what is over how it ended', () => {
    const tell = (facts: Partial<AttentionFacts>) =>
      judge(facts).map((exception) => toExceptionWords(exception, now, undefined).sentence);

    expect(tell({ firstResponseAt: at(18), lastReviewerActionAt: at(18) })).toEqual([
      'The first review came after 48 h. Payments agreed on 24 h.',
    ]);
    expect(tell({ state: 'closed', closedAt: at(18) })).toEqual([
      'It was closed after 48 h without a review. Payments agreed on 24 h.',
    ]);
  });

  it('stands each in one week alone, so that weeks add up', () => {
    const hours = fc.integer({ min: 0, max: 24 * 20 });
    const weeks = [span('2026-11-02', '2026-11-08'), span('2026-11-09', '2026-11-15'), week47];
    fc.assert(
      fc.property(hours, fc.option(hours), fc.integer({ min: 1, max: 1000 }), (ready, merged, lines) => {
        const readyAt = new Date(at(1).getTime() + ready * 3_600_000);
        const facts: Partial<AttentionFacts> =
          merged === null
            ? { readyAt, lines }
            : { readyAt, lines, state: 'merged', mergedAt: new Date(readyAt.getTime() + merged * 3_600_000) };
        const whole = kinds(facts, span('2026-11-02', '2026-11-22'));

        expect(weeks.flatMap((week) => kinds(facts, week)).toSorted()).toEqual([...whole].toSorted());
      }),
    );
  });

  it('begins and ends a day where its zone does', () => {
    const paris = toSpan({ from: '2026-10-25', until: '2026-10-25', zone: 'Europe/Paris' });

    expect([paris.fromAt.toISOString(), paris.untilAt.toISOString()]).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
  });
});
