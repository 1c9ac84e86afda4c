import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, measure, wrap } from './fit-text.ts';

describe('a text is cut', () => {
  test.each([
    ['acme', 4, 'acme'],
    ['acme', 3, 'ac…'],
    ['acme', 1, '…'],
    ['acme', 0, ''],
    ['支払い', 4, '支…'],
    ['👩‍👩‍👧 family', 4, '👩‍👩‍👧 …'],
  ])('%s to %i columns: %s', (text, width, clipped) => {
    expect(clip(text, width)).toBe(clipped);
  });
});

describe('a paragraph', () => {
  test('breaks between words', () => {
    expect(wrap('Waiting because this hour is used.', 15)).toEqual([
      'Waiting because',
      'this hour is',
      'used.',
    ]);
  });

  test('stays one line where the output is no terminal', () => {
    expect(wrap('Waiting because this hour is used.', undefined)).toEqual([
      'Waiting because this hour is used.',
    ]);
  });

  test('cuts words that are longer than a line, and loses nothing', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });

    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), (words, width) => {
        const lines = wrap(words, width);

        expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
      }),
    );
  });
});
