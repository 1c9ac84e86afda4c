import { craftRepository, type TokenSpec } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts, loadSync } from '../testing/load-counts.ts';
import { readByApp } from '../testing/read-by-app.ts';
import { type Story, startStory } from '../testing/start-story.ts';

const database = await testDatabase();

const fineGrained: TokenSpec = { kind: 'fine-grained', login: 'ada', resourceOwner: 'acme' };
const reading = { metadata: 'read', issues: 'read', contents: 'read', members: 'read' } as const;

/** Three private repositories, of which one is long. */
async function start(token: TokenSpec): Promise<Story> {
  const story = await startStory(
    database,
    {
      sources: ['api', 'docs', 'web'].map((name) =>
        craftRepository({
          fullName: `acme/${name}`,
          admins: ['ada'],
          pulls: name === 'api' ? 60 : 1,
          record: { visibility: 'PRIVATE' },
        }),
      ),
    },
    { token },
  );
  await story.discover();
  return story;
}

interface Trouble {
  /** What reads: a token, or an App. */
  readonly by: TokenSpec | 'app';
  readonly code: string;
  readonly begin: (story: Story, value: string, installationId: number) => void;
  readonly end: (story: Story, value: string, installationId: number) => void;
}

const classic: TokenSpec = { kind: 'classic', login: 'ada' };
const troubles: Readonly<Record<string, Trouble>> = {
  'with a token that lapses': {
    by: classic,
    code: 'github-not-signed-in',
    begin: ({ emulator }, value) =>
      emulator.control.changeToken({ value, expiresAt: '2020-01-01T00:00:00Z' }),
    end: ({ emulator }, value) => emulator.control.changeToken({ value, expiresAt: null }),
  },
  'with a token that is to be authorised for single sign-on': {
    by: classic,
    code: 'github-sso-required',
    begin: ({ emulator }) => emulator.control.setPolicy({ organisation: 'acme', hasSingleSignOn: true }),
    end: ({ emulator }, value) => emulator.control.changeToken({ value, ssoOrganisations: ['acme'] }),
  },
  'with a token that is of a kind that the organisation forbids by now': {
    by: classic,
    code: 'github-organisation-approval',
    begin: ({ emulator }) => emulator.control.setPolicy({ organisation: 'acme', allowsClassicTokens: false }),
    end: ({ emulator }) => emulator.control.setPolicy({ organisation: 'acme', allowsClassicTokens: true }),
  },
  'with a token that may read pull requests no more': {
    by: fineGrained,
    code: 'github-scope-missing',
    begin: ({ emulator }, value) => emulator.control.changeToken({ value, permissions: reading }),
    end: ({ emulator }, value) =>
      emulator.control.changeToken({ value, permissions: { ...reading, pull_requests: 'read' } }),
  },
  'with a token that is narrowed to another repository': {
    by: fineGrained,
    code: 'github-scope-missing',
    begin: ({ emulator }, value) => emulator.control.changeToken({ value, repositories: ['docs'] }),
    end: ({ emulator }, value) => emulator.control.changeToken({ value, repositories: 'all' }),
  },
  'by an App that is suspended': {
    by: 'app',
    code: 'github-organisation-approval',
    begin: ({ emulator }, _, installationId) =>
      emulator.control.editApp({ kind: 'suspended', installationId }),
    end: ({ emulator }, _, installationId) =>
      emulator.control.editApp({ kind: 'unsuspended', installationId }),
  },
  'by an App that is narrowed to another repository': {
    by: 'app',
    code: 'github-scope-missing',
    begin: ({ emulator }, _, installationId) => {
      const docs = emulator.control.truth().find(({ fullName }) => fullName === 'acme/docs')!;
      emulator.control.editApp({ kind: 'selected', installationId, repositoryIds: [docs.id] });
    },
    end: ({ emulator }, _, installationId) =>
      emulator.control.editApp({ kind: 'selected', installationId, repositoryIds: 'all' }),
  },
};

const listPages = (story: Story): readonly unknown[] =>
  story.proxy.passed
    .filter(({ operation }) => operation === 'pullRequestsPage')
    .map(({ variables }) => variables['after']);

const loadConnection = async ({ connectionId }: Story) =>
  (
    await database.query<{ state: string; code: string | null }>(
      'select state, attention_code as code from connection where connection_id = $1::bigint',
      [connectionId],
    )
  )[0];

/** Lists the repositories if a job is in the queue that does, and tells whether it was to run at once. */
async function discoverIfQueued(story: Story): Promise<void> {
  const queued = await database.query(
    `select from pgboss.job
     where name = 'discover-repositories'
       and state = 'created'
       and start_after <= app_now()
       and (data ->> 'connectionId')::bigint = $1::bigint`,
    [story.connectionId],
  );
  if (queued.length > 0) await story.discover();
}

describe.each(Object.entries(troubles))('reading %s', (_name, trouble) => {
  test('says so at once, deletes nothing, and goes on from the cursor', async () => {
    const story = await start(trouble.by === 'app' ? classic : trouble.by);
    const installationId = trouble.by === 'app' ? await readByApp(database, story) : 0;
    const { value } = story.emulator.tokens[0]!;
    const id = await story.repositoryId('api');
    await story.turn('api');
    await database.query('delete from pgboss.job');
    trouble.begin(story, value, installationId);

    await story.turn('api');
    await discoverIfQueued(story);
    const called = await loadConnection(story);
    const asked = story.proxy.passed.length;
    const parked = await story.turn('api');
    const askedWhileParked = story.proxy.passed.length - asked;
    const during = await loadCounts(database, id);
    trouble.end(story, value, installationId);
    await story.discover();
    await story.readAll('api');

    expect(called).toEqual({ state: 'needs-attention', code: trouble.code });
    expect([parked, askedWhileParked]).toEqual([{ kind: 'parked' }, 0]);
    expect(during.pullRequests).toBe(25);
    expect(await loadConnection(story)).toEqual({ state: 'active', code: null });
    expect(await loadSync(database, id)).toMatchObject({ held_count: 60, is_complete: true });
    const pages = listPages(story);
    expect(pages.length - new Set(pages).size).toBeLessThanOrEqual(1);
  });
});

test('an App that is uninstalled is called for, and nothing is deleted', async () => {
  const story = await start(classic);
  const installationId = await readByApp(database, story);
  await story.turn('api');
  await database.query('delete from pgboss.job');
  story.emulator.control.editApp({ kind: 'uninstalled', installationId });

  await story.turn('api');
  await discoverIfQueued(story);

  expect(await loadConnection(story)).toEqual({ state: 'needs-attention', code: 'github-not-signed-in' });
  expect(await loadCounts(database, await story.repositoryId('api'))).toMatchObject({ pullRequests: 25 });
});

test('a token that may read pull requests no more is called for although everything was in step', async () => {
  const story = await start(fineGrained);
  for (const name of ['api', 'docs', 'web']) await story.readAll(name);
  await database.query('delete from pgboss.job');
  const { value } = story.emulator.tokens[0]!;
  troubles['with a token that may read pull requests no more']!.begin(story, value, 0);

  await story.sweep();
  const queued = await database.query(`select name from pgboss.job where name = 'read-repository'`);
  await story.turn('api', true);

  expect(queued).toEqual([{ name: 'read-repository' }]);
  expect(await loadConnection(story)).toEqual({ state: 'needs-attention', code: 'github-scope-missing' });
});
