import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databaseFolder } from '../../configuration/index.ts';
import { spawnProgram } from '../../process/testing/spawn-program.ts';
import { emptyDatabase } from '../testing/index.ts';
import { readMigrationFiles } from './migration-files.ts';

const script = join(import.meta.dirname, 'testing/migrate-once.ts');

const startMigrators = (count: number, url: string) =>
  Array.from({ length: count }, () =>
    spawnProgram(script, [], { env: { ...process.env, DATABASE_URL: url } }),
  );

test('twenty processes may start at once: each file is applied once and all of them go on', async () => {
  const database = await emptyDatabase();

  const migrators = startMigrators(20, database.url);
  const codes = await Promise.all(migrators.map((migrator) => migrator.exited));

  const { migrations } = await readMigrationFiles(databaseFolder);
  const applied = migrators.flatMap((migrator) => migrator.output().match(/^applied .*$/gm) ?? []);
  expect(codes).toEqual(codes.map(() => 0));
  expect(applied.toSorted()).toEqual(migrations.map(({ name }) => `applied ${name}`));
});

test('a migrator that is killed leaves a database that the next one finishes', async () => {
  const database = await emptyDatabase();
  const [victim] = startMigrators(1, database.url);

  await victim?.waitFor(/^applied 0003/m);
  victim?.kill('SIGKILL');
  const [next] = startMigrators(1, database.url);
  const code = await next?.exited;

  const { migrations } = await readMigrationFiles(databaseFolder);
  expect(code).toBe(0);
  expect(await database.query('select number from schema_migration order by number')).toEqual(
    migrations.map(({ number }) => ({ number })),
  );
});
