import { describe, expect, test } from 'vitest';
import { judgeLimit } from './judge-limit.ts';
import { parseObservedAt, parseRetryAfterMs, parseSnapshot } from './limit-headers.ts';

const now = new Date('2026-11-21T12:00:00Z');
const seconds = (at: string): string => String(Date.parse(at) / 1000);
const inAnHour = {
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-used': '5000',
  'x-ratelimit-reset': seconds('2026-11-21T13:00:00Z'),
};

describe('what is left of a quota', () => {
  test('is read from the headers', () => {
    expect(parseSnapshot(inAnHour, now)).toEqual({
      limit: 5000,
      remaining: 0,
      used: 5000,
      resetAt: new Date('2026-11-21T13:00:00Z'),
    });
  });

  test.each([
    ['no headers', {}],
    [
      '0 of 0',
      {
        'x-ratelimit-limit': '0',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': seconds('2026-11-21T13:00:00Z'),
      },
    ],
    ['no reset', { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0' }],
    ['a reset at zero', { ...inAnHour, 'x-ratelimit-reset': '0' }],
    ['words', { ...inAnHour, 'x-ratelimit-remaining': 'plenty' }],
    ['a negative number', { ...inAnHour, 'x-ratelimit-remaining': '-1' }],
  ])('is unknown with %s, and an unknown quota stops nobody', (_name, headers) => {
    expect(parseSnapshot(headers, now)).toBeUndefined();
    expect(judgeLimit({ kind: undefined, headers, strikes: 0, now })).toBeUndefined();
  });

  test.each([
    ['ten minutes fast', '2026-11-21T11:50:00Z', '2026-11-21T13:10:00Z'],
    ['a day slow', '2026-11-22T12:00:00Z', '2026-11-20T13:00:00Z'],
    ['a few seconds off', '2026-11-21T12:00:05Z', '2026-11-21T13:00:00Z'],
  ])('is renewed after the same span when our clock is %s', (_name, date, expected) => {
    const headers = { ...inAnHour, date: new Date(date).toUTCString() };

    expect(parseSnapshot(headers, now)?.resetAt).toEqual(new Date(expected));
  });
});

describe('the wait after a refusal', () => {
  test.each([
    [
      'retry-after before all else',
      'secondary-limit',
      { ...inAnHour, 'retry-after': '30' },
      0,
      31,
      'secondary-limit',
    ],
    [
      'retry-after as a date',
      'secondary-limit',
      { 'retry-after': 'Sat, 21 Nov 2026 12:02:00 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' },
      0,
      121,
      'secondary-limit',
    ],
    ['the reset of an empty bucket', 'primary-limit', inAnHour, 0, 3601, 'primary-limit'],
    ['a minute when nothing is said', 'secondary-limit', {}, 0, 61, 'secondary-limit'],
    ['two after a second refusal', 'secondary-limit', {}, 1, 121, 'secondary-limit'],
    ['four after a third', 'secondary-limit', {}, 2, 241, 'secondary-limit'],
    ['a quarter of an hour at most', 'secondary-limit', {}, 20, 901, 'secondary-limit'],
    [
      'a minute when the reset is over already',
      'primary-limit',
      { ...inAnHour, 'x-ratelimit-reset': seconds('2026-11-21T11:00:00Z') },
      0,
      61,
      'primary-limit',
    ],
    ['the reset after an answer that took the last of it', undefined, inAnHour, 0, 3601, 'primary-limit'],
  ] as const)('is %s', (_name, kind, headers, ...expected) => {
    const [strikes, expectedSeconds, reason] = expected;

    expect(judgeLimit({ kind, headers, strikes, now })).toEqual({
      reason,
      untilAt: new Date(now.getTime() + expectedSeconds * 1000),
    });
  });

  test('is none after an answer about something else', () => {
    expect(
      judgeLimit({ kind: 'scope-missing', headers: { 'retry-after': '5' }, strikes: 3, now }),
    ).toBeUndefined();
  });
});

test.each([
  ['120', 120_000],
  ['0', 0],
  ['soon', undefined],
  [undefined, undefined],
])('retry-after %s is %s ms', (text, expected) => {
  expect(parseRetryAfterMs({ 'retry-after': text }, now)).toBe(expected);
});

test('the time of an answer is GitHub’s, or ours when it says none', () => {
  expect(parseObservedAt({ date: 'Sat, 21 Nov 2026 11:00:00 GMT' }, now)).toEqual(
    new Date('2026-11-21T11:00:00Z'),
  );
  expect(parseObservedAt({ date: 'yesterday' }, now)).toBe(now);
});
