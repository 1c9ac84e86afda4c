import { describe, expect, test } from 'vitest';
import { AppError } from '../../errors/index.ts';
import { hashText, planMigrations, toMigration } from './migration.ts';

const one = toMigration('0001-one.sql', 'select 1;');
const two = toMigration('0002-two.sql', 'select 2;');
const three = toMigration('0003-three.sql', 'select 3;');

const refusalOf = (work: () => unknown): AppError => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('the plan', () => {
  test.each([
    ['everything on an empty database', [], [one, two, three]],
    ['what is not applied yet', [one, two], [three]],
    ['nothing when all is applied', [one, two, three], []],
  ])('is %s', (_name, applied, pending) => {
    expect(planMigrations([one, two, three], applied)).toEqual(pending);
  });

  test('refuses a database that a newer version made', () => {
    const refusal = refusalOf(() => planMigrations([one, two], [one, two, three]));

    expect(refusal.code).toBe('database-newer');
    expect(refusal.message).toContain('0003-three.sql');
  });

  test('refuses a file that changed after it was applied', () => {
    const changed = toMigration('0001-one.sql', 'select 11;');

    const refusal = refusalOf(() => planMigrations([changed, two], [one]));

    expect(refusal.code).toBe('migration-changed');
    expect(refusal.message).toContain('Restore that file');
  });

  test('refuses a file that is gone', () => {
    expect(refusalOf(() => planMigrations([two, three], [one, two])).code).toBe('migration-changed');
  });

  test('refuses a file that comes before one applied', () => {
    const refusal = refusalOf(() => planMigrations([one, two, three], [one, three]));

    expect(refusal.message).toContain('0002-two.sql comes before one that was applied already');
  });
});

describe('a file', () => {
  test.each(['1-one.sql', '0001_one.sql', '0001-One.sql', 'one.sql'])('may not be called %s', (name) => {
    expect(() => toMigration(name, '')).toThrow('is not named like');
  });

  test('runs outside a transaction only when its header says so', () => {
    expect(toMigration('0001-a.sql', '-- why\n-- no-transaction\ncreate index;').isTransactional).toBe(false);
    expect(toMigration('0001-a.sql', "select '-- no-transaction';").isTransactional).toBe(true);
  });

  test('has the same hash with either line ending', () => {
    expect(hashText('a\r\nb\r\n')).toBe(hashText('a\nb\n'));
  });
});
