import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKey, type KeyScope, listPeople } from '@throughline/contract';
import { afterAll, describe, expect, it } from 'vitest';
import { listTestRoutes, openAccessDependencies } from '../../github-access/testing/access-dependencies.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { createCommandLine } from '../../http/testing/run-command-line.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { importRoutes, peopleExportRoutes, personRoutes } from '../index.ts';

const database = await testDatabase();
const deps = openAccessDependencies(database, { loopbackOrigins: [] });
const api = await startTestApi({
  database,
  routes: () => [
    ...listTestRoutes(deps),
    ...personRoutes(deps),
    ...importRoutes(deps),
    ...peopleExportRoutes(deps),
  ],
});
const administrator = await api.signIn('administrator');
const commandLine = await createCommandLine();
const folder = await mkdtemp(join(tmpdir(), 'throughline-people-'));
afterAll(async () => {
  await deps.close();
  await rm(folder, { recursive: true, force: true });
});

const makeKey = async (scope: KeyScope) =>
  (await administrator.call(createKey, { body: { name: 'Terminal', scope } })).text;
const peopleKey = await makeKey('people');
const run = (args: readonly string[], key = peopleKey) =>
  commandLine.run(args, { environment: { THROUGHLINE_URL: api.origin, THROUGHLINE_KEY: key } });
const file = async (text: string) => {
  const path = join(folder, 'people.csv');
  await writeFile(path, text);
  return path;
};
const countPeople = async () => (await administrator.call(listPeople, { query: {} })).total;

describe('throughline people', () => {
  it('says what a file would do, writes nothing while a row is wrong, and everything when none is', async () => {
    const wrong = await run(['people', 'import', await file('name;email\nKim;kim@acme.com\nX;nonsense\n')]);
    const good = await file('name;email\nKim;kim@acme.com\nSam;sam@acme.com\n');
    const dry = await run(['people', 'import', good, '--dry-run']);
    const before = await countPeople();
    const done = await run(['people', 'import', good, '--json']);

    expect(wrong).toMatchObject({
      exitCode: 1,
      out: 'Row 3: wrong  X  “nonsense” is no e-mail address.\n1 to add, 0 to change, 0 as they are already, 1 wrong. Nothing was written.\n',
    });
    expect(dry.out).toBe(
      'Row 2: add  Kim\nRow 3: add  Sam\n2 to add, 0 to change, 0 as they are already, 0 wrong. Nothing was written.\n',
    );
    expect(before).toBe(0);
    expect(JSON.parse(done.out)).toMatchObject({ import: { state: 'written', counts: { adds: 2 } } });
    expect(await countPeople()).toBe(2);
  });

  it('prints people as CSV and as JSON', async () => {
    const csv = await run(['people', 'export', '--query', 'sam@']);
    const json = await run(['people', 'export', '--json', '--state', 'not-linked']);
    const odd = await run(['people', 'export', '--state', 'odd']);

    expect(csv.out.split('\r\n')[1]).toContain('Sam,sam@acme.com');
    expect(JSON.parse(json.out)).toMatchObject([{ name: 'Kim' }, { name: 'Sam' }]);
    expect(odd).toMatchObject({ exitCode: 2, error: expect.stringContaining('is no state') });
  });

  it('needs a key of the scope people', async () => {
    const refused = await run(['people', 'export'], await makeKey('sync'));

    expect(refused.exitCode).toBe(3);
  });
});
