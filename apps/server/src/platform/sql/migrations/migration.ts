import { createHash } from 'node:crypto';

import { AppError } from '../../errors/index.ts';

/** One file of `db/migrations`. */
export interface Migration {
  readonly number: number;
  /** The file's name, `0002-access.sql`. */
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
  /** False for the rare one that PostgreSQL refuses inside a transaction; its header says `-- no-transaction`. */
  readonly isTransactional: boolean;
}

export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/** A hash that is the same whether git checked the file out with or without carriage returns. */
export const hashText = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');

export const toMigration = (name: string, text: string): Migration => {
  const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
  if (!Number.isInteger(number)) {
    throw new Error(`db/migrations/${name} is not named like 0001-what-it-does.sql.`);
  }
  return { number, name, text, sha256: hashText(text), isTransactional: !/^-- no-transaction$/m.test(text) };
};

const requireUnchanged = (files: readonly Migration[], applied: readonly AppliedMigration[]): void => {
  const byNumber = new Map(files.map((file) => [file.number, file]));
  const changed = applied.find((row) => byNumber.get(row.number)?.sha256 !== row.sha256);
  if (changed === undefined) return;
  throw new AppError(
    'migration-changed',
    `The database was made with another ${changed.name} than the one in db/migrations. ` +
      'Restore that file from version control and put the change into a new migration.',
    { context: { migration: changed.name } },
  );
};

/**
 * Which files are still to run, in order. Throws `database-newer` when the database knows migrations that this version
 * does not, and `migration-changed` when a file is not the one that was applied, or comes too late.
 */
export const planMigrations = (
  files: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] => {
  const newestFile = files.at(-1)?.number ?? 0;
  const newestApplied = applied.at(-1);
  if (newestApplied !== undefined && newestApplied.number > newestFile) {
    throw new AppError(
      'database-newer',
      `The database was made by a newer version of Throughline (it has ${newestApplied.name}, this version ends at ` +
        `number ${newestFile}). Start that newer version, or restore a backup made before the upgrade.`,
      { context: { applied: newestApplied.name, newestKnown: newestFile } },
    );
  }
  requireUnchanged(files, applied);
  const appliedNumbers = new Set(applied.map((row) => row.number));
  const pending = files.filter((file) => !appliedNumbers.has(file.number));
  const late = pending.find((file) => newestApplied !== undefined && file.number < newestApplied.number);
  if (late !== undefined) {
    throw new AppError(
      'migration-changed',
      `db/migrations/${late.name} comes before one that was applied already. Give it the next free number.`,
      { context: { migration: late.name } },
    );
  }
  return pending;
};
