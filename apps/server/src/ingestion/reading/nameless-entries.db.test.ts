import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts, loadSync } from '../testing/load-counts.ts';
import { type Story, startStory } from '../testing/start-story.ts';

const database = await testDatabase();

/** GitHub answers nothing in the place of the newest pull request, the first `times` times it is listed. */
const start = async (times: number): Promise<Story> => {
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 3 })],
  });
  await story.discover();
  let left = times;
  story.proxy.change = ({ operation }, body) => {
    if (operation !== 'pullRequestsPage' || left === 0) return body;
    left -= 1;
    const answer = JSON.parse(body);
    answer.data.node.pullRequests.nodes[0] = null;
    return JSON.stringify(answer);
  };
  return story;
};

describe('an entry of which nothing can be told, not even which it is', () => {
  test('is asked for again with its page, and not lost when that was over', async () => {
    const story = await start(2);
    const id = await story.repositoryId('api');

    const first = await story.turn('api');
    const failed = await loadSync(database, id);
    await story.turn('api');
    await story.turn('api');

    expect(first).toMatchObject({ kind: 'later' });
    expect(failed).toMatchObject({ failure_code: 'github-unreadable', held_count: 0 });
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3 });
    expect(await loadSync(database, id)).toMatchObject({ is_complete: true, failure_code: null });
  });

  test('is kept apart when it stays so, and the rest of its page is read', async () => {
    const story = await start(Number.POSITIVE_INFINITY);
    const id = await story.repositoryId('api');

    for (let turn = 0; turn < 3; turn += 1) await story.turn('api');

    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 2 });
    expect(
      await database.query('select key, node_id from quarantined_record where repository_id = $1::bigint', [
        id,
      ]),
    ).toEqual([{ key: 'after::0', node_id: null }]);
  });

  test('is kept apart no longer once as many are here as GitHub counts', async () => {
    const story = await start(3);
    const id = await story.repositoryId('api');
    for (let turn = 0; turn < 3; turn += 1) await story.turn('api');
    const open = await loadOpen(id);

    await story.turn('api', true);

    expect(open).toHaveLength(1);
    expect(await loadCounts(database, id)).toMatchObject({ pullRequests: 3 });
    expect(await loadOpen(id)).toEqual([]);
  });
});

const loadOpen = (repositoryId: number) =>
  database.query(
    'select key from quarantined_record where repository_id = $1::bigint and resolved_at is null',
    [repositoryId],
  );
