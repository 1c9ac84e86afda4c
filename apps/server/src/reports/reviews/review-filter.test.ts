import { describe, expect, it } from 'vitest';
import { parseReviewFilter } from './review-filter.ts';

const today = { zone: 'UTC', on: '2026-11-21' };

describe('parseReviewFilter', () => {
  it('understands a whole address', () => {
    const filter = parseReviewFilter({ repo: 'acme/api', period: '2026-W47' }, today);

    expect(filter).toMatchObject({ repo: 'acme/api', ignored: [] });
    expect(filter.period?.from).toBe('2026-11-16');
  });

  it('names what it did not understand and filters by the rest', () => {
    const filter = parseReviewFilter({ repo: 'api', period: 'soon' }, today);

    expect(filter.ignored.map(({ name, value }) => `${name}=${value}`)).toEqual(['repo=api', 'period=soon']);
    expect(filter).toMatchObject({ repo: undefined, period: undefined });
  });
});
