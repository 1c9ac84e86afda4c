import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../errors/index.ts';
import { parseKeyRing } from './key-ring.ts';
import { createSecretBox, type SealedPlace } from './secret-box.ts';

const keyOf = (fill: number): string => Buffer.alloc(32, fill).toString('base64url');

const toBox = (...keys: [id: string, fill: number][]) => {
  const ring = parseKeyRing(
    JSON.stringify({
      version: 1,
      keys: keys.map(([id, fill]) => ({ id, key: keyOf(fill), createdAt: '2026-11-01T00:00:00Z' })),
    }),
  );
  return createSecretBox(ring!);
};

const place: SealedPlace = { table: 'credential', column: 'secret_sealed', row: '7' };
const box = toBox(['key-one', 1]);

describe('a sealed text', () => {
  test('opens to what was sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (plain) => {
        expect(box.open(box.seal(plain, place), place)).toBe(plain.toWellFormed());
      }),
    );
  });

  test('is another one each time', () => {
    const sealed = new Set(Array.from({ length: 10_000 }, () => box.seal('ghp_same', place)));

    expect(sealed.size).toBe(10_000);
  });

  test('does not open after any one of its characters changed', () => {
    const sealed = box.seal('ghp_q8Zr5Ks1Vt0XwYbN3mLc7HdJf2Ge9PuAoRiT', place);
    const opened: string[] = [];

    for (let at = 0; at < sealed.length; at += 1) {
      for (const other of ['A', 'B', '_', '.', '\0', ' ']) {
        const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
        if (changed !== sealed && opens(changed, place)) opened.push(changed);
      }
    }

    expect(opened).toEqual([]);
  });

  test('does not open when cut or lengthened', () => {
    const sealed = box.seal('secret', place);

    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.string({ minLength: 1 }), (cutAt, more) => {
        expect(opens(sealed.slice(0, cutAt), place)).toBe(false);
        expect(opens(sealed + more, place)).toBe(false);
      }),
    );
  });

  test('does not open in another table, column or row', () => {
    const places = fc.record({
      table: fc.constantFrom('credential', 'host'),
      column: fc.constantFrom('a', 'b'),
      row: fc.string(),
    });

    fc.assert(
      fc.property(places, places, (here, there) => {
        const isSame = JSON.stringify(here) === JSON.stringify(there);
        expect(opens(box.seal('secret', here), there)).toBe(isSame);
      }),
    );
  });

  test('opens with an older key of the ring, and new ones are sealed with its first', () => {
    const before = toBox(['older', 1]).seal('secret', place);

    const rotated = toBox(['newer', 2], ['older', 1]);

    expect(rotated.open(before, place)).toBe('secret');
    expect(rotated.seal('x', place)).toMatch(/^v1\.newer\./);
  });

  test('of a key that is not in the ring says which key and what to do', () => {
    const sealed = toBox(['gone', 3]).seal('secret', place);

    expect(() => box.open(sealed, place)).toThrow(
      expect.objectContaining({ code: 'key-file-wrong', message: expect.stringContaining('gone') }),
    );
  });

  test('of another key with the same name is refused', () => {
    const sealed = toBox(['key-one', 9]).seal('secret', place);

    expect(() => box.open(sealed, place)).toThrow(AppError);
  });
});

describe('a key file', () => {
  const entry = { id: 'good', key: keyOf(1), createdAt: '2026-11-01T00:00:00Z' };

  test.each([
    ['nothing', ''],
    ['no JSON', '{"version": 1'],
    ['another version', JSON.stringify({ version: 2, keys: [entry] })],
    ['no key', JSON.stringify({ version: 1, keys: [] })],
    ['a short key', JSON.stringify({ version: 1, keys: [{ ...entry, key: 'AAAA' }] })],
    ['an id with a dot', JSON.stringify({ version: 1, keys: [{ ...entry, id: 'a.bcd' }] })],
    ['one id twice', JSON.stringify({ version: 1, keys: [entry, entry] })],
  ])('with %s is not one', (_name, text) => {
    expect(parseKeyRing(text)).toBeUndefined();
  });
});

function opens(sealed: string, where: SealedPlace): boolean {
  try {
    box.open(sealed, where);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return false;
  }
}
