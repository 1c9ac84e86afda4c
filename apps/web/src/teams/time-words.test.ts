import { describe, expect, it } from 'vitest';
import { toSpreadWords, toValueWords } from './time-words.ts';

const hour = 3600;

describe('a time of a week', () => {
  it.each([
    [{ n: 0, missing: 3 }, 'Not enough data'],
    [{ n: 2, missing: 0, values: [hour, 2 * hour] }, '1 h, 2 h'],
    [{ n: 19, missing: 0, value: 6.2 * hour, p90: 31 * hour }, '6.2 h'],
  ])('%j is said as %s', (figure, words) => {
    expect(toValueWords(figure)).toBe(words);
  });

  it('says its spread, what is missing and the usual', () => {
    const metric = { name: '', definition: '', rows: '', past: [], usual: 8 * hour };

    expect(toSpreadWords({ ...metric, figure: { n: 19, missing: 2, value: 1, p90: 31 * hour } })).toBe(
      'p90 31 h · 2 not known · the usual is 8 h',
    );
    expect(toSpreadWords({ ...metric, figure: { n: 2, missing: 0, values: [1, 2] } })).toBe(
      'each of them · the usual is 8 h',
    );
  });
});
