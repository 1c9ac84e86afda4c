import { describe, expect, test } from 'vitest';
import { toCredentialEnd, toCredentialEndWords } from './credential-end.ts';

const now = new Date('2026-11-20T12:00:00Z');

describe('a credential', () => {
  test.each([
    ['that never ends', undefined, undefined],
    ['of next year', '2027-11-20T12:00:00Z', undefined],
    ['that ends in 14 days and a second', '2026-12-04T12:00:01Z', undefined],
    ['that ends in 14 days', '2026-12-04T12:00:00Z', [14, 'ends in 14 days']],
    ['that ends in 8 days', '2026-11-28T12:00:00Z', [14, 'ends in 8 days']],
    ['that ends in 7 days', '2026-11-27T12:00:00Z', [7, 'ends in 7 days']],
    ['that ends in 30 hours', '2026-11-21T18:00:00Z', [7, 'ends in 1 day']],
    ['that ends tomorrow', '2026-11-21T12:00:00Z', [1, 'ends in 1 day']],
    ['that ends in an hour', '2026-11-20T13:00:00Z', [1, 'ends within a day']],
  ] as const)('%s', (_name, endsAt, expected) => {
    const end = toCredentialEnd(endsAt, now);

    expect(end?.kind === 'ends-soon' ? [end.stage, toCredentialEndWords(end)] : end).toEqual(expected);
  });

  test.each(['2026-11-20T12:00:00Z', '2026-01-01T00:00:00Z'])('of %s has ended', (endsAt) => {
    const end = toCredentialEnd(endsAt, now);

    expect(end).toEqual({ kind: 'ended' });
    expect(end && toCredentialEndWords(end)).toBe('has ended');
  });
});
