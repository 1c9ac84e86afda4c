import { craftRepository, type TokenSpec } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts, loadSync } from '../testing/load-counts.ts';
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
  readonly token: TokenSpec;
  readonly code: string;
  readonly begin: (story: Story, value: string) => void;
  readonly end: (story: Story, value: string) => void;
}

const classic: TokenSpec = { kind: 'classic', login: 'ada' };
const troubles: Readonly<Record<string, Trouble>> = {
  lapses: {
    token: classic,
    code: 'github-not-signed-in',
    begin: ({ emulator }, value) =>
      emulator.control.changeToken({ value, expiresAt: '2020-01-01T00:00:00Z' }),
    end: ({ emulator }, value) => emulator.control.changeToken({ value, expiresAt: null }),
  },
  'is to be authorised for single sign-on': {
    token: classic,
    code: 'github-sso-required',
    begin: ({ emulator }) => emulator.control.setPolicy({ organisation: 'acme', hasSingleSignOn: true }),
    end: ({ emulator }, value) => emulator.control.changeToken({ value, ssoOrganisations: ['acme'] }),
  },
  'is of a kind that the organisation forbids by now': {
    token: classic,
    code: 'github-organisation-approval',
    begin: ({ emulator }) => emulator.control.setPolicy({ organisation: 'acme', allowsClassicTokens: false }),
    end: ({ emulator }) => emulator.control.setPolicy({ organisation: 'acme', allowsClassicTokens: true }),
  },
  'may read pull requests no more': {
    token: fineGrained,
    code: 'github-scope-missing',
    begin: ({ emulator }, value) => emulator.control.changeToken({ value, permissions: reading }),
    end: ({ emulator }, value) =>
      emulator.control.changeToken({ value, permissions: { ...reading, pull_requests: 'read' } }),
  },
  'is narrowed to another repository': {
    token: fineGrained,
    code: 'github-scope-missing',
    begin: ({ emulator }, value) => emulator.control.changeToken({ value, repositories: ['docs'] }),
    end: ({ emulator }, value) => emulator.control.changeToken({ value, repositories: 'all' }),
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

describe.each(Object.entries(troubles))('a token that, in the middle of reading, %s', (_name, trouble) => {
  test('is called for at once, nothing is deleted, and reading goes on from the cursor', async () => {
    const story = await start(trouble.token);
    const { value } = story.emulator.tokens[0]!;
    const id = await story.repositoryId('api');
    await story.turn('api');
    await database.query('delete from pgboss.job');
    trouble.begin(story, value);

    await story.turn('api');
    await discoverIfQueued(story);
    const called = await loadConnection(story);
    const asked = story.proxy.passed.length;
    const parked = await story.turn('api');
    const askedWhileParked = story.proxy.passed.length - asked;
    const during = await loadCounts(database, id);
    trouble.end(story, value);
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

test('a token that may read pull requests no more is called for although everything was in step', async () => {
  const { token, begin } = troubles['may read pull requests no more']!;
  const story = await start(token);
  for (const name of ['api', 'docs', 'web']) await story.readAll(name);
  await database.query('delete from pgboss.job');
  begin(story, story.emulator.tokens[0]!.value);

  await story.sweep();
  const queued = await database.query(`select name from pgboss.job where name = 'read-repository'`);
  await story.turn('api', true);

  expect(queued).toEqual([{ name: 'read-repository' }]);
  expect(await loadConnection(story)).toEqual({ state: 'needs-attention', code: 'github-scope-missing' });
});
