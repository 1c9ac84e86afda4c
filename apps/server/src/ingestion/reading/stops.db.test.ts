import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { setPaused } from '../../github-access/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { continueReading } from '../start-reading.sql.ts';
import { loadCounts, loadSync } from '../testing/load-counts.ts';
import { type Story, startStory } from '../testing/start-story.ts';
import { readNextPage } from './read-next-page.client.ts';

const database = await testDatabase();

const start = async (pulls: number): Promise<Story> => {
  const sources = [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls })];
  const story = await startStory(database, { sources, hasLimits: true });
  await story.discover();
  return story;
};

const listPages = (story: Story): readonly unknown[] =>
  story.proxy.passed
    .filter(({ operation }) => operation === 'pullRequestsPage')
    .map(({ variables }) => variables['after']);

/** Holds up the first page until so many have asked for it, so that all read from the same state. */
const waitForAll = (story: Story, count: number): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let asked = 0;
  story.proxy.intercept = async ({ operation }) => {
    if (operation !== 'pullRequestsPage') return undefined;
    asked += 1;
    if (asked === count) resolve();
    await promise;
    return undefined;
  };
  return promise;
};

const loadConnection = async ({ connectionId }: Story) =>
  (
    await database.query(
      'select state, attention_code, attention_text from connection where connection_id = $1::bigint',
      [connectionId],
    )
  )[0];

describe('reading that is broken off', () => {
  test('in the middle of a page commits nothing of it and goes on with that page', async () => {
    const story = await start(60);
    const id = await story.repositoryId('api');
    await story.turn('api');
    const stopping = new AbortController();
    story.proxy.intercept = ({ operation }) => {
      if (operation === 'pullRequestsPage') stopping.abort(new Error('The process is to stop.'));
      return undefined;
    };

    const broken = readNextPage(story.deps, { repositoryId: id, isForced: false, signal: stopping.signal });
    await expect(broken).rejects.toThrow('The process is to stop.');
    const after = await loadCounts(database, id);
    story.proxy.intercept = () => undefined;
    await story.readAll('api');

    const pages = listPages(story);
    expect(after.pullRequests).toBe(25);
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 60 });
    expect(await loadSync(database, id)).toMatchObject({ held_count: 60, total: 60 });
    expect(pages.length - new Set(pages).size).toBe(1);
  });

  test('is not muddled by two workers that read the same page', async () => {
    const story = await start(60);
    const id = await story.repositoryId('api');

    await Promise.all([story.turn('api'), story.turn('api'), story.turn('api')]);
    const sync = await loadSync(database, id);
    await story.readAll('api');

    expect(sync.held_count).toBe(25);
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 60 });
    expect(await loadSync(database, id)).toMatchObject({ held_count: 60, is_complete: true });
  });
});

describe('two who look for what is new at once', () => {
  test('count a new pull request once', async () => {
    const story = await start(3);
    const id = await story.repositoryId('api');
    await story.readAll('api');
    await database.query('update repository_sync set held_count = 2 where repository_id = $1::bigint', [id]);
    await database.query('delete from pull_request where repository_id = $1::bigint and number = 3', [id]);
    await database.query(
      `update repository_sync set watermark_at = '2000-01-01' where repository_id = $1::bigint`,
      [id],
    );
    const forced = { repositoryId: id, isForced: true, signal: new AbortController().signal };
    const bothAsked = waitForAll(story, 2);

    await Promise.all([readNextPage(story.deps, forced), readNextPage(story.deps, forced)]);
    await bothAsked;

    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3 });
    expect(await loadSync(database, id)).toMatchObject({ held_count: 3, total: 3 });
  });
});

describe('a host that is removed while it is asked', () => {
  const removeHostDuring = (story: Story, during: string): void => {
    story.proxy.intercept = async ({ operation }) => {
      if (operation === during) {
        await database.query('delete from host where host_id = $1::bigint', [story.hostId]);
      }
      return undefined;
    };
  };

  test('leaves nothing, and is no failure of the page that was being read', async () => {
    const story = await start(60);
    const id = await story.repositoryId('api');
    await story.turn('api');
    removeHostDuring(story, 'pullRequestsPage');

    const step = await story.turn('api');

    expect(step).toEqual({ kind: 'parked' });
    for (const table of ['repository', 'pull_request', 'change', 'repository_sync', 'quarantined_record']) {
      const left = await database.query(`select from ${table} where repository_id = $1::bigint`, [id]);
      expect([table, left]).toEqual([table, []]);
    }
    for (const table of ['account', 'quota_bucket', 'quota_spend', 'organisation', 'credential']) {
      const left = await database.query(`select from ${table} where host_id = $1::bigint`, [story.hostId]);
      expect([table, left]).toEqual([table, []]);
    }
  });

  test('is no failure of the list of its repositories', async () => {
    const story = await start(1);
    removeHostDuring(story, 'organisationRepositories');

    await story.discover();

    expect(await database.query('select from repository where host_id = $1::bigint', [story.hostId])).toEqual(
      [],
    );
  });
});

describe('a paused connection', () => {
  test('reads nothing until it is resumed, and then where it stopped', async () => {
    const story = await start(60);
    await story.turn('api');
    await setPaused(database, story.connectionId, true);

    const paused = await story.turn('api');
    const asked = listPages(story).length;
    await database.transaction(async (tx) => {
      await setPaused(tx, story.connectionId, false);
      await continueReading(tx, story.deps.jobs, story.connectionId);
    });
    await story.readAll('api');

    expect(paused).toEqual({ kind: 'parked' });
    expect(asked).toBe(1);
    expect(new Set(listPages(story)).size).toBe(listPages(story).length);
    expect(await loadSync(database, await story.repositoryId('api'))).toMatchObject({ held_count: 60 });
  });
});

describe('a used-up quota', () => {
  test('is a wait until its reset, not a failure, and reading goes on from there', async () => {
    const story = await start(60);
    const id = await story.repositoryId('api');
    await story.turn('api');
    const token = story.emulator.tokens[0]!.value;
    story.emulator.control.setUsed(token, 'graphql', 5_000);

    await story.turn('api');
    const step = await story.turn('api');
    const waiting = await loadSync(database, id);
    const asked = listPages(story).length;
    const still = await story.turn('api');
    const askedStill = listPages(story).length;
    story.emulator.control.setUsed(token, 'graphql', 0);
    await story.clock.shift(61);
    await story.readAll('api');

    expect(step).toMatchObject({ kind: 'later' });
    expect(still).toMatchObject({ kind: 'later' });
    expect(askedStill).toBe(asked);
    expect(waiting).toMatchObject({ wait_reason: 'primary-limit', failure_code: null, failure_count: 0 });
    expect(await loadSync(database, id)).toMatchObject({
      wait_reason: null,
      is_complete: true,
      held_count: 60,
    });
  });
});

test('a pause that GitHub asks for is kept, and nothing is asked meanwhile', async () => {
  const story = await start(60);
  const id = await story.repositoryId('api');
  await story.turn('api');
  story.emulator.control.block(story.emulator.tokens[0]!.value);

  const refused = await story.turn('api');
  const asked = story.proxy.passed.length;
  const still = await story.turn('api');

  expect([refused.kind, still.kind]).toEqual(['later', 'later']);
  expect(story.proxy.passed).toHaveLength(asked);
  expect(await loadSync(database, id)).toMatchObject({ wait_reason: 'secondary-limit', failure_count: 0 });
  // The one request that learnt of it.
  expect(story.emulator.control.bill().offences).toBe(1);
});

describe('a token that GitHub refuses', () => {
  test('parks its connection, deletes nothing, and goes on from the cursor once it is repaired', async () => {
    const story = await start(60);
    const id = await story.repositoryId('api');
    await story.turn('api');
    const token = story.emulator.tokens[0]!.value;
    story.emulator.control.changeToken({ value: token, isRevoked: true });

    const refused = await story.turn('api');
    const connection = await loadConnection(story);
    const asked = story.proxy.passed.length;
    const parked = await story.turn('api');
    const during = await loadCounts(database, id);
    const askedWhileParked = story.proxy.passed.length - asked;
    story.emulator.control.changeToken({ value: token, isRevoked: false });
    await story.discover();
    await story.readAll('api');

    expect([refused, parked]).toEqual([{ kind: 'parked' }, { kind: 'parked' }]);
    expect(connection).toMatchObject({
      state: 'needs-attention',
      attention_code: 'github-not-signed-in',
      attention_text: expect.stringContaining('does not accept this token'),
    });
    expect(askedWhileParked).toBe(0);
    expect(during.pullRequests).toBe(25);
    expect(await loadConnection(story)).toMatchObject({ state: 'active', attention_code: null });
    expect(await loadSync(database, id)).toMatchObject({
      held_count: 60,
      is_complete: true,
      failure_code: null,
    });
  });

  test('says nothing of a connection that has got another token meanwhile', async () => {
    const story = await start(3);
    story.emulator.control.changeToken({ value: story.emulator.tokens[0]!.value, isRevoked: true });
    story.proxy.intercept = async ({ operation }) => {
      if (operation === 'pullRequestsPage') {
        await database.query(
          `with replacement as (
             insert into credential (
               host_id, kind, secret_sealed, bucket_owner, login, account_kind, checked_at, report)
             select host_id, kind, secret_sealed, bucket_owner, login, account_kind, checked_at, report
             from credential
             where host_id = $1::bigint
             returning credential_id)
           update connection_credential
           set credential_id = replacement.credential_id
           from replacement
           where connection_credential.connection_id = $2::bigint`,
          [story.hostId, story.connectionId],
        );
      }
      return undefined;
    };

    const step = await story.turn('api');

    expect(step).toEqual({ kind: 'again' });
    expect(await loadConnection(story)).toMatchObject({ state: 'active', attention_code: null });
  });

  test('for want of single sign-on says so', async () => {
    const story = await start(30);
    story.emulator.control.setPolicy({ organisation: 'acme', hasSingleSignOn: true });

    const step = await story.turn('api');

    expect(step).toEqual({ kind: 'parked' });
    expect(await loadConnection(story)).toMatchObject({
      attention_code: 'github-sso-required',
      attention_text: expect.stringContaining('not authorised for the organisation’s single sign-on'),
    });
  });
});
