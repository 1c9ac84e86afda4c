import { describe, expect, test } from 'vitest';
import { type Block, judgeLimit, type LimitQuestion } from './judge-limit.ts';
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
    ['a few seconds slow', '2026-11-21T12:00:05Z', '2026-11-21T13:00:00Z'],
    ['a few seconds fast', '2026-11-21T11:59:50Z', '2026-11-21T13:00:10Z'],
    ['as fast as an answer is slow', '2026-11-21T11:59:58Z', '2026-11-21T13:00:00Z'],
  ])('is renewed after the same span when our clock is %s', (_name, date, expected) => {
    const headers = { ...inAnHour, date: new Date(date).toUTCString() };

    expect(parseSnapshot(headers, now)?.resetAt).toEqual(new Date(expected));
  });
});

describe('the wait after a refusal', () => {
  const dated = { 'retry-after': 'Sat, 21 Nov 2026 12:02:00 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' };
  const over = { ...inAnHour, 'x-ratelimit-reset': seconds('2026-11-21T11:00:00Z') };

  test.each<[string, Omit<LimitQuestion, 'now'>, Block['reason'], number]>([
    [
      'retry-after before all else',
      { kind: 'secondary-limit', headers: { ...inAnHour, 'retry-after': '30' }, strikes: 0 },
      'secondary-limit',
      31,
    ],
    [
      'retry-after as a date',
      { kind: 'secondary-limit', headers: dated, strikes: 0 },
      'secondary-limit',
      121,
    ],
    [
      'the reset of an empty bucket',
      { kind: 'primary-limit', headers: inAnHour, strikes: 0 },
      'primary-limit',
      3601,
    ],
    [
      'a minute when nothing is said',
      { kind: 'secondary-limit', headers: {}, strikes: 0 },
      'secondary-limit',
      61,
    ],
    [
      'two after a second refusal',
      { kind: 'secondary-limit', headers: {}, strikes: 1 },
      'secondary-limit',
      121,
    ],
    ['four after a third', { kind: 'secondary-limit', headers: {}, strikes: 2 }, 'secondary-limit', 241],
    [
      'a quarter of an hour at most',
      { kind: 'secondary-limit', headers: {}, strikes: 20 },
      'secondary-limit',
      901,
    ],
    [
      'a minute when the reset is over already',
      { kind: 'primary-limit', headers: over, strikes: 0 },
      'primary-limit',
      61,
    ],
    [
      'the reset after an answer that took the last of it',
      { kind: undefined, headers: inAnHour, strikes: 0 },
      'primary-limit',
      3601,
    ],
  ])('is %s', (_name, question, reason, expectedSeconds) => {
    const untilAt = new Date(now.getTime() + expectedSeconds * 1000);

    expect(judgeLimit({ ...question, now })).toEqual({ reason, untilAt });
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
