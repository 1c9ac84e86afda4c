import type { Agreement } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { type Choices, findLimitNeeds, toChoices, toLimits } from './agreement-choices.ts';

const own = (kind: Agreement['kind'], value: number | null): Agreement => ({
  kind,
  unit: 'hours',
  value,
  whose: 'own',
  otherwise: { value: 24 },
});
const choices = (given: Partial<Choices>): Choices => ({
  ...toChoices(
    (
      [
        'first-review',
        're-review',
        'changes-requested',
        'not-merged',
        'open-too-long',
        'oversized',
        'unreviewed',
      ] as const
    ).map((kind) => ({ ...own(kind, 24), whose: 'throughline' })),
  ),
  ...given,
});

describe('the choices of a team', () => {
  it('begin with what it set itself, and give that back', () => {
    const begun = toChoices([
      own('first-review', 4),
      own('oversized', null),
      { ...own('re-review', 24), whose: 'above' },
    ]);

    expect(toLimits(begun)).toEqual({ 'first-review': 4, oversized: null });
  });

  it('know none and allowed beside numbers', () => {
    expect(toLimits(choices({ unreviewed: { mode: 'limit', text: '' } }))).toEqual({ unreviewed: 0 });
    expect(toLimits(choices({ unreviewed: { mode: 'none', text: '' } }))).toEqual({ unreviewed: null });
    expect(toLimits(choices({ oversized: { mode: 'limit', text: '1,000' } }))).toEqual({ oversized: 1000 });
  });

  it.each([
    ['', 'Enter a whole number.'],
    ['soon', 'Enter a whole number.'],
    ['1.5', 'Enter a whole number.'],
    ['0', 'At least 1 hour.'],
    ['9000', 'At most 8,760 hours, a year.'],
  ])('refuse "%s" with "%s"', (text, need) => {
    expect(findLimitNeeds(choices({ 'first-review': { mode: 'limit', text } }))).toEqual({
      'first-review': need,
    });
  });

  it('need nothing where nothing is set', () => {
    expect(findLimitNeeds(choices({}))).toEqual({});
  });
});
