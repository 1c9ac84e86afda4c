import { describe, expect, test } from 'vitest';
import { type EtaQuestion, estimateEta, toEtaWords } from './estimate-eta.ts';

const question = (story: Partial<EtaQuestion>): EtaQuestion => ({
  remaining: 1_000,
  perMinute: 100,
  pointsEach: 0.3,
  quota: { pointsLeft: 4_000, pointsAnHour: 4_250, minutesToReset: 30 },
  ...story,
});

describe('the time to go', () => {
  test.each([
    ['is the rate’s while the quota suffices', {}, { fromMinutes: 8, toMinutes: 12 }],
    ['is a minute at least', { remaining: 3 }, { fromMinutes: 1, toMinutes: 1 }],
    ['is rounded to five minutes from twenty on', { remaining: 4_000 }, { fromMinutes: 30, toMinutes: 50 }],
    // 20,000 × 0.3 = 6,000 points; 4,000 now, 2,000 after 30 minutes, which are read in 67 minutes; the rate says 200.
    ['is the slower one of rate and quota', { remaining: 20_000 }, { fromMinutes: 170, toMinutes: 240 }],
    // 30,000 points: 4,000 now, six hours of 4,250 after 30 min, the last 500 read in 3 minutes: 30 + 6 × 60 + 3.3.
    [
      'waits for as many hours as the quota needs',
      { remaining: 100_000, perMinute: 500 },
      { fromMinutes: 330, toMinutes: 475 },
    ],
    [
      'knows no quota where there is no limit',
      { remaining: 100_000, perMinute: 500, quota: undefined },
      { fromMinutes: 170, toMinutes: 240 },
    ],
  ] as const)('%s', (_name, story, eta) => {
    expect(estimateEta(question(story))).toEqual(eta);
  });

  test.each([
    ['nothing has been read yet', { perMinute: undefined }],
    ['nothing is being read', { perMinute: 0 }],
    ['nothing is left', { remaining: 0 }],
  ])('is not known when %s', (_name, story) => {
    expect(estimateEta(question(story))).toBeUndefined();
  });
});

describe('the words for it', () => {
  test.each([
    [1, 1, 'about a minute'],
    [1, 2, '1 to 2 minutes'],
    [40, 55, '40 to 55 minutes'],
    [55, 55, 'about 55 minutes'],
    [100, 150, '1 to 3 hours'],
    [330, 475, '5 to 8 hours'],
    [5_000, 7_500, '3 to 6 days'],
  ])('%i to %i minutes: %s', (fromMinutes, toMinutes, words) => {
    expect(toEtaWords({ fromMinutes, toMinutes })).toBe(words);
  });
});
