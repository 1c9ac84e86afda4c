import { hash } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { createPasswordHasher } from './password-hasher.ts';

const hasher = createPasswordHasher();

test('a password is right for its own hash only', async () => {
  const stored = await hasher.hash('correct horse battery');

  expect(stored).toMatch(/^\$argon2id\$v=19\$m=47104,t=3,p=1\$/);
  expect(await hasher.verify(stored, 'correct horse battery')).toEqual({ kind: 'right' });
  expect(await hasher.verify(stored, 'correct horse batterz')).toEqual({ kind: 'wrong' });
});

test('equal passwords have different hashes', async () => {
  const hashes = await Promise.all([hasher.hash('the same one'), hasher.hash('the same one')]);

  expect(new Set(hashes).size).toBe(2);
});

test('a hash by older parameters is renewed', async () => {
  const old = await hash('correct horse battery', { memoryCost: 8192, timeCost: 1 });

  const verdict = await hasher.verify(old, 'correct horse battery');

  expect(verdict).toMatchObject({ kind: 'right', renewed: expect.stringMatching(/m=47104,t=3/) });
});

test('nobody at all takes as long as somebody', async () => {
  const stored = await hasher.hash('correct horse battery');
  await hasher.verify(undefined, 'warm up');
  const timeOf = async (hashOrNothing: string | undefined): Promise<number> => {
    const startedAt = performance.now();
    await hasher.verify(hashOrNothing, 'wrong');
    return performance.now() - startedAt;
  };

  // In turn, so that a busy moment of the machine meets both.
  let [known, unknown] = [Infinity, Infinity];
  for (let i = 0; i < 10; i += 1) {
    known = Math.min(known, await timeOf(stored));
    unknown = Math.min(unknown, await timeOf(undefined));
  }

  expect(unknown / known).toBeGreaterThan(0.4);
  expect(unknown / known).toBeLessThan(2.5);
});
