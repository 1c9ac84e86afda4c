import { describe, expect, it } from 'vitest';
import { toLatelyWords } from './lately-words.ts';

describe('what changed', () => {
  it.each([
    [{ added: 1_204, changed: 31, setAside: 0 }, 'In 24 hours: 1,204 new, 31 updated.'],
    [{ added: 0, changed: 3, setAside: 0 }, 'In 24 hours: 3 updated.'],
    [{ added: 0, changed: 0, setAside: 0 }, 'In 24 hours: nothing new.'],
    [
      { added: 1, changed: 0, setAside: 2 },
      'In 24 hours: 1 new. 2 set aside: the repository says which and why.',
    ],
  ])('%j', (lately, words) => {
    expect(toLatelyWords(lately)).toBe(words);
  });
});
