import { describe, expect, test } from 'vitest';
import type { KeyFileContent } from './key-ring.ts';
import { announce, findStep, keepOnly, putFirst, toNewestAt } from './rotation-steps.ts';

const toKey = (id: string, day: number) => ({
  id,
  key: Buffer.alloc(32, day).toString('base64url'),
  createdAt: `2026-11-0${day}T00:00:00.000Z`,
});
const [old, older, fresh] = [toKey('old-key', 2), toKey('older-key', 1), toKey('fresh-key', 3)];
const file = (...keys: KeyFileContent['keys']): KeyFileContent => ({ version: 1, keys });

describe('where a rotation stands', () => {
  test.each([
    ['one key', file(old), { kind: 'begin' }],
    ['the newest behind', file(old, fresh), { kind: 'announced', key: fresh }],
    ['the newest first', file(fresh, old), { kind: 'sealing', key: fresh, oldKeyIds: ['old-key'] }],
    [
      'two on their way out',
      file(fresh, old, older),
      { kind: 'sealing', key: fresh, oldKeyIds: ['old-key', 'older-key'] },
    ],
    ['the newest between', file(old, fresh, older), { kind: 'announced', key: fresh }],
  ])('%s', (_name, content, step) => {
    expect(findStep(content)).toEqual(step);
  });

  test('goes from step to step to one key alone', () => {
    const announced = announce(file(old), fresh);
    const promoted = putFirst(announced, fresh);

    expect(announced.keys.map(({ id }) => id)).toEqual(['old-key', 'fresh-key']);
    expect(promoted.keys.map(({ id }) => id)).toEqual(['fresh-key', 'old-key']);
    expect(keepOnly(fresh).keys).toEqual([fresh]);
  });
});

test('a new key is the newest though the clock went back', () => {
  const at = toNewestAt(file(old, fresh), new Date('2020-01-01T00:00:00Z'));

  expect(at.getTime()).toBe(Date.parse(fresh.createdAt) + 1);
});

test('a file that is full takes no new key', () => {
  const full = file(...Array.from({ length: 8 }, (_, at) => toKey(`key-${at}`, 1)));

  expect(() => announce(full, fresh)).toThrow(expect.objectContaining({ code: 'key-file-wrong' }));
});
