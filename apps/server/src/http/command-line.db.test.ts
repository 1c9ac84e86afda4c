import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  createKey,
  getMe,
  getSync,
  type KeyScope,
  listSyncLog,
  planSync,
  type Role,
  repositorySync,
} from '@throughline/contract';
import { craftRepository } from '@throughline/github-emulator';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { accessRoutes } from '../access/index.ts';
import { ingestionRoutes } from '../ingestion/index.ts';
import { startStory } from '../ingestion/testing/start-story.ts';
import { checkoutFolder } from '../platform/configuration/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { startTestApi } from './testing/index.ts';
import { createCommandLine } from './testing/run-command-line.ts';
import { type Impostor, startImpostor } from './testing/start-impostors.ts';

const database = await testDatabase();
const story = await startStory(database, {
  hasLimits: true,
  sources: [
    craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 60 }),
    craftRepository({ fullName: 'acme/web', admins: ['ada'], pulls: 0 }),
  ],
});
const api = await startTestApi({
  database,
  routes: () => [
    ...accessRoutes({ database, personOf: () => Promise.resolve(new Map()) }),
    ...ingestionRoutes(story.deps),
  ],
});
const commandLine = await createCommandLine();
const administrator = await api.signIn('administrator');

const connectionName = (await administrator.call(getSync)).connections[0]!.connection.name;

const makeKey = async (role: Role, scope: KeyScope): Promise<string> => {
  const client = role === 'administrator' ? administrator : await api.signIn(role);
  return (await client.call(createKey, { body: { name: 'Terminal', scope } })).text;
};

const syncKey = await makeKey('administrator', 'sync');
const runWith = (key: string, ...args: string[]) =>
  commandLine.run(args, { environment: { THROUGHLINE_URL: api.origin, THROUGHLINE_KEY: key } });
const run = (...args: string[]) => runWith(syncKey, ...args);
const toJson = ({ out }: { out: string }) => JSON.parse(out) as Record<string, unknown>;
const errorOf = (result: { out: string }) => toJson(result)['error'] as { code: string; message: string };

beforeAll(async () => {
  await story.discover();
  await story.readAll('api');
  await story.readAll('web');
});

describe('signing in', () => {
  test('keeps a key for its user alone, uses it for its own server alone, and forgets it', async () => {
    const key = await makeKey('administrator', 'read');

    const login = await commandLine.run(['login', '--url', api.origin], { input: `${key}\n` });
    const kept = await stat(commandLine.settingsPath);
    const status = await commandLine.run(['sync', 'status']);
    const whoami = await commandLine.run(['whoami', '--json']);
    const elsewhere = await commandLine.run(['whoami'], {
      environment: { THROUGHLINE_URL: 'http://127.0.0.1:1' },
    });
    const logout = await commandLine.run(['logout']);
    const after = await commandLine.run(['whoami']);

    expect(login).toMatchObject({ exitCode: 0, out: expect.stringContaining('with the scope read') });
    expect(login.error).toContain(`${api.origin}/settings/keys`);
    expect(kept.mode & 0o777).toBe(0o600);
    expect(status.exitCode).toBe(0);
    expect(getMe.answer.parse(toJson(whoami)).user.userId).toBe(administrator.user.userId);
    expect(elsewhere).toMatchObject({ exitCode: 3, error: expect.stringContaining('not signed in') });
    expect(logout.exitCode).toBe(0);
    expect(after.exitCode).toBe(3);
    expect([login, status, whoami, logout].map(({ out, error }) => out + error).join('')).not.toContain(
      key.slice(9),
    );
  });

  test.each([
    ['a key that nobody has', `tl_${'A'.repeat(43)}`, 3, 'key-invalid'],
    ['half a key', 'tl_AAAA', 2, 'key-malformed'],
    ['nothing', '', 2, 'key-malformed'],
  ])('with %s keeps nothing', async (_, input, exitCode, code) => {
    const login = await commandLine.run(['login', '--json', '--url', api.origin], { input });

    expect(login.exitCode).toBe(exitCode);
    expect(errorOf(login).code).toBe(code);
    await expect(stat(commandLine.settingsPath)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('sync plan', () => {
  test('says that nothing is missing, and what reading everything anew would cost', async () => {
    const missing = await run('sync', 'plan');
    const everything = await run('sync', 'plan', '--everything', '--connection', 'acme');

    expect(missing).toMatchObject({ exitCode: 0, out: 'Nothing of acme is missing.\n', error: '' });
    expect(everything.exitCode).toBe(0);
    expect(everything.out).toMatch(
      /^Reading everything of acme anew takes .+: 60 pull requests, \d+ points and/,
    );
    expect(everything.out).toMatch(/Files +480 +\d+ +0 /);
    expect(everything.out).toMatch(/What holds it up longest: GitHub’s/);
    expect(everything.out).toContain('An hour leaves 4,250 points and 4,250 requests over REST to history');
  });

  test('answers programs in the shape of the contract', async () => {
    const answer = toJson(await run('sync', 'plan', '--everything', '--json'));

    const [{ connection, plan }] = answer['plans'] as [{ connection: string; plan: unknown }];
    expect([answer['scope'], connection]).toEqual(['everything', connectionName]);
    expect(planSync.answer.parse(plan)).toEqual(plan);
  });
});

describe('sync status', () => {
  test('says what the page says, without colours where no terminal is', async () => {
    const { exitCode, out, error } = await run('sync', 'status', '--repositories');

    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
    expect(out).toContain('acme: all 60 pull requests are here.');
    expect(out).toMatch(/60 of 60 pull requests in 2 repositories, all complete\./);
    expect(out).toMatch(/Last read \d+ s ago/);
    // Within an hour of midnight its day stands before it.
    expect(out).toMatch(/GraphQL +[\d,]+ of 5,000 +(?:\d{1,2} \w{3} )?\d\d:\d\d/);
    expect(out).toMatch(/acme\/api +60 +not counted yet +\d+ s ago +complete/);
    expect(out).toMatch(/acme\/web +none on GitHub/);
    expect(out).toMatch(/Pull requests +60 +● 100 %/);
    expect(out).toMatch(/\d\d:\d\d +acme\/api +acme\/api is here: 60 pull requests/);
    expect(out).not.toContain('\u001b');
  });

  test('answers programs in the shapes of the contract', async () => {
    const answer = toJson(await run('sync', 'status', '--json', '--repositories', '--connection', 'ACME'));

    const [details] = answer['connections'] as Record<string, unknown>[];
    expect(getSync.answer.parse(answer['sync'])).toEqual(answer['sync']);
    expect(answer['needsAttention']).toBe(false);
    expect(details?.['connection']).toBe(connectionName);
    expect(listSyncLog.answer.parse({ entries: details?.['log'] }).entries.length).toBeGreaterThan(2);
    expect(z.array(repositorySync).parse(details?.['repositories'])).toHaveLength(2);
  });

  test('ends with 4 and says cause and repair where something needs somebody', async () => {
    await database.query(
      `update repository_sync
       set failure_code = 'github-server', failure_text = 'GitHub failed to answer.', failure_count = 3
       where repository_id = $1::bigint`,
      [await story.repositoryId('web')],
    );

    const words = await run('sync', 'status');
    const json = await run('sync', 'status', '--json');
    await database.query(
      `update repository_sync set failure_code = null, failure_text = null, failure_count = 0`,
    );

    expect(words.exitCode).toBe(4);
    expect(words.out).toContain('! acme/web can’t be read. GitHub failed to answer.');
    expect(json.exitCode).toBe(4);
    expect(toJson(json)).toMatchObject({
      needsAttention: true,
      connections: [{ needsYou: [{ fullName: 'acme/web', failure: { code: 'github-server' } }] }],
    });
  });

  test('outlives whoever stops reading its output', async () => {
    const child = spawn(
      process.execPath,
      [join(checkoutFolder, 'apps/cli/src/main.ts'), 'sync', 'status', '--watch', '--json'],
      { env: { PATH: process.env['PATH'], THROUGHLINE_URL: api.origin, THROUGHLINE_KEY: syncKey } },
    );
    const error = text(child.stderr);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await run('sync', 'pause');
    await run('sync', 'resume');

    const [exitCode] = (await once(child, 'close')) as [number | null];

    expect({ exitCode, error: await error }).toEqual({ exitCode: 0, error: '' });
  });
});

describe('sync run, pause and resume', () => {
  test('do it and say what comes next', async () => {
    const paused = await run('sync', 'pause', '--connection', 'acme');
    const whilePaused = await administrator.call(getSync);
    const resumed = await run('sync', 'resume', '--json');
    const ran = await run('sync', 'run');

    const { entries } = await administrator.call(listSyncLog, {
      params: { connectionId: story.connectionId },
    });
    expect(paused).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining(`${connectionName} is paused.`),
    });
    expect(whilePaused.state).toBe('paused');
    expect(toJson(resumed)).toEqual({ done: 'resume', connections: [connectionName] });
    expect(ran).toMatchObject({ exitCode: 0, out: expect.stringContaining('looks for changes now') });
    expect(entries.slice(0, 3).map(({ kind }) => kind)).toEqual(['progress', 'resumed', 'paused']);
  });

  test('of a connection that is not there is wrong usage, and names those that are', async () => {
    const result = await run('sync', 'pause', '--connection', 'nobody', '--json');

    expect(result.exitCode).toBe(2);
    expect(errorOf(result)).toMatchObject({
      code: 'connection-unknown',
      message: expect.stringContaining(connectionName),
    });
  });
});

describe('a key that may not', () => {
  test.each<[string, () => Promise<string>, string[], string]>([
    [
      'reads and is asked to pause',
      () => makeKey('administrator', 'read'),
      ['sync', 'pause'],
      'key-not-allowed',
    ],
    ['is a member’s', () => makeKey('member', 'sync'), ['sync', 'status'], 'not-found'],
    ['is nobody’s', () => Promise.resolve(`tl_${'B'.repeat(43)}`), ['sync', 'status'], 'key-invalid'],
  ])('%s: ends with 3 and says why', async (_, toKey, args, code) => {
    const key = await toKey();

    const [words, json] = [await runWith(key, ...args), await runWith(key, ...args, '--json')];

    expect([words.exitCode, json.exitCode]).toEqual([3, 3]);
    expect(errorOf(json).code).toBe(code);
    expect(words.error).toContain(errorOf(json).message);
    expect(words.out).toBe('');
  });

  test('has ended: ends with 3', async () => {
    const key = await makeKey('administrator', 'read');
    await database.query(`update api_key set expires_at = app_now() where prefix = $1::text`, [
      key.slice(0, 9),
    ]);

    expect((await runWith(key, 'whoami')).exitCode).toBe(3);
  });
});

describe('an address where no Throughline is', () => {
  test('and nobody else either', async () => {
    const result = await commandLine.run(['sync', 'status', '--json'], {
      environment: { THROUGHLINE_URL: 'http://127.0.0.1:1', THROUGHLINE_KEY: syncKey },
    });

    expect(result.exitCode).toBe(1);
    expect(errorOf(result)).toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('npm start'),
    });
  });

  test.each<[Impostor, string]>([
    ['a page of HTML', 'not-throughline'],
    ['a gateway’s failure', 'not-throughline'],
    ['a redirect', 'redirected'],
    ['another program’s JSON', 'version-differs'],
  ])('but %s', async (kind, code) => {
    const impostor = await startImpostor(kind);

    const result = await commandLine.run(['sync', 'status', '--json'], {
      environment: { THROUGHLINE_URL: impostor.origin, THROUGHLINE_KEY: syncKey },
    });
    const login = await commandLine.run(['login', '--url', impostor.origin], { input: syncKey });

    expect(result.exitCode).toBe(1);
    expect(errorOf(result).code).toBe(code);
    expect(login.exitCode).toBe(1);
    // What was configured went there; a key that is just being given does not.
    expect(impostor.keys).toEqual([`Bearer ${syncKey}`]);
  });
});

test.each([
  [['sync', 'stats', '--json'], 'wrong-usage'],
  [['sync', 'status', '--nonsense', '--json'], 'wrong-usage'],
  [['whoami', '--json', 'and', 'more'], 'wrong-usage'],
])('throughline %j is wrong usage', async (args, code) => {
  const result = await run(...args);

  expect(result.exitCode).toBe(2);
  expect(errorOf(result).code).toBe(code);
});
