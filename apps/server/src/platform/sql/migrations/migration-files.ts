import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { hashText, type Migration, toMigration } from './migration.ts';

/** One file of `db/views`. */
export interface ViewFile {
  readonly name: string;
  readonly text: string;
}

/** Everything that makes a database ours: the numbered migrations, and the views made anew after them. */
export interface MigrationFiles {
  readonly migrations: readonly Migration[];
  readonly views: readonly ViewFile[];
  readonly viewsSha256: string;
  /** Differs as soon as any of the texts does. */
  readonly sha256: string;
}

const readSqlFiles = async (folder: string): Promise<readonly ViewFile[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
};

const requireDistinctNumbers = (migrations: readonly Migration[]): void => {
  const seen = new Map<number, string>();
  for (const { number, name } of migrations) {
    const other = seen.get(number);
    if (other !== undefined)
      throw new Error(`db/migrations has ${other} and ${name} with the same number. Rename one.`);
    seen.set(number, name);
  }
};

/** Puts together what makes a database. */
export const toMigrationFiles = (
  migrations: readonly Migration[],
  views: readonly ViewFile[],
): MigrationFiles => {
  const viewsSha256 = hashText(views.map(({ text }) => text).join('\n'));
  const sha256 = hashText([...migrations.map((migration) => migration.sha256), viewsSha256].join('\n'));
  return { migrations, views, viewsSha256, sha256 };
};

/** Reads `migrations/` and `views/` of the given `db` folder. */
export const readMigrationFiles = async (folder: string): Promise<MigrationFiles> => {
  const files = await readSqlFiles(join(folder, 'migrations'));
  const migrations = files.map(({ name, text }) => toMigration(name, text));
  requireDistinctNumbers(migrations);
  return toMigrationFiles(migrations, await readSqlFiles(join(folder, 'views')));
};
