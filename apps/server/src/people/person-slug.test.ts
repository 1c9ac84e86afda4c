import { describe, expect, it } from 'vitest';
import { toFreeSlug, toSlug } from './person-slug.ts';

describe('toSlug', () => {
  it.each([
    ['Kim Example', 'kim-example'],
    ['  Zoë  O’Hara-Łuk ', 'zoe-o-hara-uk'],
    ['ÅSA', 'asa'],
    ['李雷', 'person'],
    ['<b>x</b>', 'b-x-b'],
    ['a'.repeat(80), 'a'.repeat(60)],
  ])('writes %j as %j', (name, slug) => {
    expect(toSlug(name)).toBe(slug);
  });
});

describe('toFreeSlug', () => {
  it('counts on until a name is free', () => {
    expect(toFreeSlug('Kim', new Set(['kim', 'kim-2']))).toBe('kim-3');
  });

  it('never takes a word that an address means otherwise', () => {
    expect(toFreeSlug('Me', new Set())).toBe('me-2');
  });
});
