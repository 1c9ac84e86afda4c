import {
  getConnection,
  getRepositorySync,
  getSync,
  planSync,
  type ReadData,
  switchData,
} from '@throughline/contract';
import { craftRepository } from '@throughline/github-emulator';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadSyncGaps } from '../checks/sync-gaps.sql.ts';
import { runningJob, startStory } from '../testing/start-story.ts';
import { startStoryApi } from '../testing/start-story-api.ts';
import { purgeSwitchedOff } from './purge-switched-off.jobs.ts';

const database = await testDatabase();
const story = await startStory(database, {
  sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 6 })],
});
const administrator = await startStoryApi(database, story);
const params = { connectionId: story.connectionId };
const turn = (data: ReadData, isOn: boolean) =>
  administrator.call(switchData, { params, body: { data, isOn } });

const count = async (table: 'pull_request' | 'pull_request_file' | 'v_pull_request_file'): Promise<number> =>
  (await database.query<{ count: number }>(`select count(*)::integer as count from ${table}`))[0]!.count;

const askedFor = (operation: string): number =>
  story.emulator.control.ledger().filter((entry) => entry.operation === operation).length;

/** As if it had been switched off so many days earlier. */
const age = (days: number) =>
  database.query(
    `update connection_data set switched_off_at = switched_off_at - $1::integer * interval '1 day'`,
    [days],
  );

const purge = () => purgeSwitchedOff(story.deps, {}, runningJob);

beforeAll(async () => {
  await story.discover();
  await story.readAll('api');
});

describe('files that are switched off', () => {
  test('are hidden at once, not asked for, and back with what is new once they are on again', async () => {
    const before = await count('v_pull_request_file');
    await turn('files', false);
    const hidden = await count('v_pull_request_file');
    story.emulator.control.clear();
    await database.query(
      `update repository_sync set phase = 'recent', cursor = null, read_at = null, completed_at = null`,
    );
    await story.readAll('api');
    const asked = askedFor('pullRequestFiles');
    const { connections } = await administrator.call(getSync);
    const plan = await administrator.call(planSync, { params, query: { scope: 'everything' } });
    const connection = await turn('files', true);

    expect(before).toBeGreaterThan(0);
    expect([hidden, asked]).toEqual([0, 0]);
    expect(connections[0]?.data.find(({ kind }) => kind === 'files')).toEqual({
      kind: 'files',
      held: 0,
      isOff: true,
    });
    expect(plan.data.find(({ kind }) => kind === 'files')?.points).toBe(0);
    expect(await count('v_pull_request_file')).toBe(before);
    expect(connection.switches.find(({ data }) => data === 'files')).toEqual({ data: 'files', isOn: true });
  });

  test('are no gap of a repository or its connection, though some were missing when they went', async () => {
    await database.query(
      `insert into completeness_part (repository_id, part, cause, pull_requests, held, github_total, uncounted)
       select repository_id, part, 'cut-off', 2, 0, 9, 0
       from repository, unnest(array['files', 'commits']) as part`,
    );
    await database.query(
      `insert into completeness_kind (repository_id, kind, pull_requests, whole, held)
       select repository_id, 'files', 6, 4, 4
       from repository`,
    );
    const [repository] = await database.query<{ repository_id: number }>(
      'select repository_id from repository',
    );
    const look = async () => {
      const { gaps, entries } = await administrator.call(getRepositorySync, {
        params: { ...params, repositoryId: repository!.repository_id },
      });
      const inConnection = await loadSyncGaps(database, story.connectionId);
      return {
        gaps: gaps.map(({ kind }) => kind).toSorted(),
        hasFiles: entries.some(({ kind }) => kind === 'files'),
        lists: inConnection.find(({ cause }) => cause === 'cut-off')?.lists,
      };
    };

    const before = await look();
    await turn('files', false);
    const off = await look();
    await turn('files', true);

    expect(before).toEqual({ gaps: ['commits', 'files'], hasFiles: true, lists: 4 });
    expect(off).toEqual({ gaps: ['commits'], hasFiles: false, lists: 2 });
    await database.query('truncate completeness_part, completeness_kind');
  });

  test('are deleted after 30 days, not before, and read anew when they are on again', async () => {
    const before = await count('pull_request_file');
    await turn('files', false);
    await age(29);
    await purge();
    const kept = await count('pull_request_file');
    await age(1);
    await purge();
    const deleted = await count('pull_request_file');
    const { switches } = await administrator.call(getConnection, { params });
    await turn('files', true);
    await story.readAll('api');

    expect([kept, deleted]).toEqual([before, 0]);
    expect(switches.find(({ data }) => data === 'files')).toMatchObject({
      isOn: false,
      purgedAt: expect.any(String),
    });
    expect(await count('pull_request_file')).toBe(before);
  });
});

describe('pull requests that are switched off', () => {
  test('are not read; on again they are there without being read again', async () => {
    await turn('pull-requests', false);
    const step = await story.turn('api', true);
    story.emulator.control.clear();
    await story.sweep();
    const asked = story.emulator.control.ledger().length;
    await turn('pull-requests', true);

    expect(step).toEqual({ kind: 'parked' });
    expect(asked).toBe(0);
    expect(await count('pull_request')).toBe(6);
  });

  test('are deleted after 30 days; on again they are read from the first', async () => {
    await turn('pull-requests', false);
    await age(30);
    await purge();
    const deleted = await count('pull_request');
    await turn('pull-requests', true);
    await story.readAll('api');

    expect(deleted).toBe(0);
    expect(await count('pull_request')).toBe(6);
  });
});

test('a switch that stands like that already changes nothing and is not noted', async () => {
  const load = () =>
    database
      .query(`select from audit_entry where action like 'connection.data-switched%'`)
      .then((rows) => rows.length);
  const before = await load();

  await turn('members', true);

  expect(await load()).toBe(before);
});

test('members that are switched off are asked of nobody', async () => {
  await turn('members', false);
  const { data } = await administrator.call(getConnection, { params });

  expect(data).toEqual(['pull-requests', 'files']);
  expect(
    (await story.deps.clients.forConnection(story.connectionId, 'person')).connection.data,
  ).not.toContain('members');
});
