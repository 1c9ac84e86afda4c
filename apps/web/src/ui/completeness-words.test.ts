import { describe, expect, test } from 'vitest';
import { toCompletenessWords } from './completeness-words.ts';

describe('how much of a kind of data is here', () => {
  test.each([
    [
      { held: 812, percent: 100 },
      { share: undefined, count: '812', aloud: ', all of them' },
    ],
    [
      { held: 4_020, percent: 61 },
      { share: '61 %', count: '4,020', aloud: ' so far' },
    ],
    [
      { held: 0, percent: 0 },
      { share: '0 %', count: '', aloud: ' so far' },
    ],
    [
      { held: 0, percent: 100 },
      { share: undefined, count: 'none on GitHub', aloud: undefined },
    ],
    [{ held: 12 }, { share: undefined, count: 'at least 12', aloud: undefined }],
    [{ held: 0 }, { share: undefined, count: 'counting', aloud: undefined }],
  ])('%j', (held, words) => {
    expect(toCompletenessWords(held)).toEqual(words);
  });
});
