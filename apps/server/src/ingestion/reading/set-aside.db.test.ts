import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts } from '../testing/load-counts.ts';
import { type Story, startStory } from '../testing/start-story.ts';
import { loadRepositoriesToLookUp } from './look-again.sql.ts';
import { repairRepository } from './repair-repository.sql.ts';

const database = await testDatabase();

/** An answer's data, changed at will. */
type Loose = ReturnType<typeof JSON.parse>;

async function start(): Promise<{ readonly story: Story; readonly id: number }> {
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 3 })],
  });
  await story.discover();
  return { story, id: await story.repositoryId('api') };
}

/** Changes the answers to these operations, until it is told to change others. */
function spoil(story: Story, operations: readonly string[], change: (answer: Loose) => void): void {
  story.proxy.change = ({ operation }, body) => {
    if (operation === undefined || !operations.includes(operation)) return body;
    const answer = JSON.parse(body);
    change(answer);
    return JSON.stringify(answer);
  };
}

const heal = (story: Story): void => spoil(story, [], () => {});

/** Reads the page until what cannot be read of it is set aside. */
async function readPast(story: Story): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await story.turn('api');
}

async function repair(story: Story, id: number): Promise<void> {
  await database.transaction((tx) => repairRepository(tx, story.deps.jobs, id));
  await story.clock.shift(1);
  await story.lookUp('api');
}

const lookAgain = (id: number, ...numbers: readonly number[]) =>
  database.query('insert into look_again (repository_id, number) select $1::bigint, unnest($2::integer[])', [
    id,
    numbers,
  ]);

const setAside = (id: number, key: string, nodeId?: string) =>
  database.query(
    `insert into quarantined_record (repository_id, data, key, node_id, reason, detail, tried_at)
     values ($1::bigint, 'pull-requests', $2::text, $3::text, 'unreadable', '', app_now() - interval '2 days')`,
    [id, key, nodeId],
  );

const forget = (id: number, number: number) =>
  database.query('delete from pull_request where repository_id = $1::bigint and number = $2::integer', [
    id,
    number,
  ]);

const findNodeId = async (id: number, number: number): Promise<string> => {
  const [row] = await database.query<{ node_id: string }>(
    'select node_id from pull_request where repository_id = $1::bigint and number = $2::integer',
    [id, number],
  );
  return row!.node_id;
};

const loadOpen = (id: number) =>
  database.query<{ key: string; node_id: string | null }>(
    `select key, node_id
     from quarantined_record
     where repository_id = $1::bigint
       and resolved_at is null
     order by key`,
    [id],
  );

const loadWaiting = (id: number) =>
  database.query('select number from look_again where repository_id = $1::bigint', [id]);

const listAsked = ({ proxy }: Story, operation: string) =>
  proxy.passed.filter((passing) => passing.operation === operation).map(({ variables }) => variables);

describe('a look-up that could not be read', () => {
  test('is set aside under the number it was asked for, with its id', async () => {
    const { story, id } = await start();
    await story.readAll('api');
    const nodeId = await findNodeId(id, 2);
    await lookAgain(id, 1, 2, 3);
    await story.clock.shift(1);
    spoil(story, ['pullRequests'], (answer) => {
      const at = answer.data.nodes.findIndex((one: Loose) => one.number === 2);
      answer.data.nodes[at] = null;
      answer.errors = [{ type: 'FORBIDDEN', message: 'no', path: ['nodes', at] }];
    });

    await story.lookUp('api');

    expect(await loadOpen(id)).toEqual([{ key: '2', node_id: nodeId }]);
    expect(await loadWaiting(id)).toEqual([]);
  });

  test('is set aside no longer once it is read, whatever it was set aside under', async () => {
    const { story, id } = await start();
    await story.readAll('api');
    await setAside(id, 'after:x:7', await findNodeId(id, 2));

    await story.lookUp('api');

    expect(await loadOpen(id)).toEqual([]);
  });

  test('is asked for once, though it waits for two reasons', async () => {
    const { story, id } = await start();
    await story.readAll('api');
    await setAside(id, '2', await findNodeId(id, 2));
    await setAside(id, 'after:x:7', await findNodeId(id, 2));
    await lookAgain(id, 2);
    await story.clock.shift(1);

    await story.lookUp('api');

    expect(listAsked(story, 'pullRequests').map(({ ids }) => ids)).toEqual([[await findNodeId(id, 2)]]);
    expect(await loadWaiting(id)).toEqual([]);
    expect(await loadOpen(id)).toEqual([]);
  });
});

test('a pull request whose id is answered with nothing is not gone while its number is there', async () => {
  const { story, id } = await start();
  await story.readAll('api');
  await database.query(
    `update pull_request
     set observed_at = observed_at - interval '1 minute'
     where repository_id = $1::bigint`,
    [id],
  );
  await lookAgain(id, 2);
  await story.clock.shift(1);
  spoil(story, ['pullRequests'], ({ data }) => {
    data.nodes[0] = null;
  });

  await story.lookUp('api');

  expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3 });
  expect(await loadWaiting(id)).toEqual([]);
});

describe('what was set aside without an id', () => {
  test('is asked for by its number when it is to be repaired', async () => {
    const { story, id } = await start();
    spoil(story, ['pullRequestsPage'], ({ data }) => {
      data.node.pullRequests.nodes[1].id = 7;
    });
    await readPast(story);
    const aside = await loadOpen(id);
    heal(story);

    await repair(story, id);

    expect(aside).toEqual([{ key: '2', node_id: null }]);
    expect(await loadOpen(id)).toEqual([]);
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3 });
    expect(listAsked(story, 'pullRequestsByNumber')).toMatchObject([{ number0: 2, on0: true, on1: false }]);
  });

  test('is tried once a day by itself', async () => {
    const { id } = await start();
    await setAside(id, '2');

    expect(await loadRepositoriesToLookUp(database)).toContain(id);
  });

  test('and is gone at GitHub is no gap', async () => {
    const { story, id } = await start();
    await story.readAll('api');
    await setAside(id, '77');

    await story.lookUp('api');

    expect(await loadOpen(id)).toEqual([]);
  });
});

describe('what stood somewhere in the list and did not say which it is', () => {
  const lose = async () => {
    const { story, id } = await start();
    spoil(story, ['pullRequestsPage'], ({ data }) => {
      data.node.pullRequests.nodes[0] = null;
    });
    await readPast(story);
    expect(await loadOpen(id)).toEqual([{ key: 'after::0', node_id: null }]);
    return { story, id };
  };

  test('is found in the list when it is to be repaired, and read', async () => {
    const { story, id } = await lose();
    heal(story);

    await repair(story, id);

    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3 });
    expect(await loadOpen(id)).toEqual([]);
    expect(listAsked(story, 'pullRequests')).toHaveLength(1);
  });

  test('is set aside under its number once that is known, while it cannot be read', async () => {
    const { story, id } = await lose();
    spoil(story, ['pullRequests'], (answer) => {
      answer.data.nodes[0] = null;
      answer.errors = [{ type: 'FORBIDDEN', message: 'no', path: ['nodes', 0] }];
    });

    await repair(story, id);

    expect(await loadOpen(id)).toEqual([{ key: '3', node_id: expect.stringMatching(/^PR_/) }]);
  });

  test('stays a gap while it does not say so, and is not asked for again on the same day', async () => {
    const { story, id } = await lose();
    spoil(story, ['pullRequestsPeek'], ({ data }) => {
      data.node.pullRequests.nodes[0] = null;
    });

    await repair(story, id);
    await story.lookUp('api');

    expect(await loadOpen(id)).toEqual([{ key: 'after::0', node_id: null }]);
    expect(listAsked(story, 'pullRequestsPeek')).toHaveLength(1);
  });
});

describe('a pull request that is not here', () => {
  test('is asked for like any other, and nothing is left that waits for it', async () => {
    const { story, id } = await start();
    await story.readAll('api');
    await lookAgain(id, 77);
    await story.clock.shift(1);

    await story.lookUp('api');

    expect(await loadWaiting(id)).toEqual([]);
    expect(await loadOpen(id)).toEqual([]);
  });

  test('for it was gone, and is back at GitHub, is back', async () => {
    const { story, id } = await start();
    await story.readAll('api');
    await database.query(
      `update pull_request
       set gone_at = app_now() - interval '1 minute'
       where repository_id = $1::bigint
         and number = 2`,
      [id],
    );
    await lookAgain(id, 2);
    await story.clock.shift(1);

    await story.lookUp('api');

    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3 });
    expect(await loadWaiting(id)).toEqual([]);
  });

  test('though GitHub has it comes by its number', async () => {
    const { story, id } = await start();
    await story.readAll('api');
    await forget(id, 2);
    await lookAgain(id, 2);
    await story.clock.shift(1);

    await story.lookUp('api');

    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3 });
  });
});
