import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { countRepositories } from '../completeness/count.sql.ts';
import { loadGaps } from '../completeness/gaps.sql.ts';
import { loadSync } from '../testing/load-counts.ts';
import { startStory } from '../testing/start-story.ts';
import { repairRepository } from './repair-repository.sql.ts';

const database = await testDatabase();

const withoutContents = { metadata: 'read', pull_requests: 'read', issues: 'read', members: 'read' } as const;

/** Three merged pull requests and an open one, read whole with a token that may not read contents. */
async function readWithoutContents() {
  const story = await startStory(
    database,
    {
      sources: [
        craftRepository({
          fullName: 'acme/api',
          admins: ['ada'],
          pulls: [{}, {}, {}, { state: 'OPEN' }],
        }),
      ],
    },
    { token: { kind: 'fine-grained', login: 'ada', resourceOwner: 'acme', permissions: withoutContents } },
  );
  await story.discover();
  await story.readAll('api');
  return { story, id: await story.repositoryId('api') };
}

const loadMerges = (id: number) =>
  database.query(
    `select number, state, merge_commit_oid is not null as is_told
     from v_pull_request
     where repository_id = $1::bigint
     order by number`,
    [id],
  );

const loadParts = (id: number) =>
  database.query(
    `select part, reason_code, count(*)::integer as pulls
     from v_pull_request_part
     where repository_id = $1::bigint
       and reason_code is not null
     group by part, reason_code
     order by part`,
    [id],
  );

const mergedAs = (is_told: boolean) => [1, 2, 3].map((number) => ({ number, state: 'merged', is_told }));
const open = { number: 4, state: 'open', is_told: false };

test('merged pull requests whose merge commit the token may not read are here, and what is missing is named', async () => {
  const { id } = await readWithoutContents();

  await countRepositories(database, [{ repositoryId: id, seq: 1, held: 4 }]);

  expect(await loadMerges(id)).toEqual([...mergedAs(false), open]);
  expect(await database.query('select from quarantined_record')).toEqual([]);
  expect(await loadSync(database, id)).toMatchObject({
    is_complete: true,
    held_count: 4,
    failure_code: null,
  });
  expect(await loadParts(id)).toEqual([
    { part: 'commits', reason_code: 'forbidden', pulls: 4 },
    { part: 'merge-commit', reason_code: 'forbidden', pulls: 3 },
  ]);
  expect(await loadGaps(database, id, () => undefined)).toMatchObject([
    {
      kind: 'commits',
      cause: 'forbidden',
      text: 'This token may not read it. Not known either: which commit merged it.',
      pullRequests: 4,
    },
  ]);
});

test('once the token may read them, Repair brings them, and the gap is none', async () => {
  const { story, id } = await readWithoutContents();
  const before = await loadMerges(id);
  story.emulator.control.changeToken({
    value: story.emulator.tokens[0]!.value,
    permissions: { ...withoutContents, contents: 'read' },
  });

  await database.transaction((tx) => repairRepository(tx, story.deps.jobs, id));
  await story.clock.shift(1);
  await story.lookUp('api');

  expect(before).toEqual([...mergedAs(false), open]);
  expect(await loadMerges(id)).toEqual([...mergedAs(true), open]);
  expect(await loadParts(id)).toEqual([]);
});

test('a token that loses the permission loses nothing that is here', async () => {
  const { story, id } = await readWithoutContents();
  const value = story.emulator.tokens[0]!.value;
  const withContents = { ...withoutContents, contents: 'read' } as const;
  story.emulator.control.changeToken({ value, permissions: withContents });
  await database.transaction((tx) => repairRepository(tx, story.deps.jobs, id));
  await story.clock.shift(1);
  await story.lookUp('api');

  story.emulator.control.changeToken({ value, permissions: withoutContents });
  await database.query(
    `insert into look_again (repository_id, number)
     select $1::bigint, number from generate_series(1, 4) as number`,
    [id],
  );
  await story.clock.shift(2);
  await story.lookUp('api');

  expect(await loadMerges(id)).toEqual([...mergedAs(true), open]);
  expect(await loadParts(id)).not.toContainEqual(expect.objectContaining({ part: 'merge-commit' }));
});
