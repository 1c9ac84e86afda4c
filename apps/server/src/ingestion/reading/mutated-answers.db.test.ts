import { craftRepository } from '@throughline/github-emulator';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { loadCounts } from '../testing/load-counts.ts';
import { startStory } from '../testing/start-story.ts';

const database = await testDatabase();

/** A place in a JSON document, chosen by walking down from its root. */
function mutate(document: unknown, walk: readonly number[], value: unknown): void {
  let place = document;
  for (const [depth, turn] of walk.entries()) {
    if (typeof place !== 'object' || place === null) return;
    const keys = Object.keys(place);
    const key = keys[turn % Math.max(1, keys.length)];
    if (key === undefined) return;
    const holder = place as Record<string, unknown>;
    if (depth === walk.length - 1 || typeof holder[key] !== 'object' || holder[key] === null) {
      holder[key] = value;
      return;
    }
    place = holder[key];
  }
}

const mutation = fc.record({
  operation: fc.constantFrom('pullRequestsPage', 'pullRequestParts', 'pullRequestFiles'),
  walk: fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 9 }),
  value: fc.constantFrom<unknown>(
    null,
    7,
    -1,
    'x',
    '',
    true,
    [],
    {},
    [null],
    2 ** 40,
    2 ** 60,
    'a\0b',
    '\ud800',
    { nodes: null },
  ),
});

test('answers with anything wrong in them cost at most what is wrong, and reading goes on', {
  timeout: 120_000,
}, async () => {
  const story = await startStory(database, {
    sources: [
      craftRepository({
        fullName: 'acme/api',
        admins: ['ada'],
        pulls: Array.from({ length: 3 }, () => ({ reviews: 2, threads: 1, comments: 2, labels: ['bug'] })),
      }),
    ],
  });
  await story.discover();
  const id = await story.repositoryId('api');
  const startOver = async () => {
    await database.query('delete from pull_request where repository_id = $1::bigint', [id]);
    await database.query(
      `update repository_sync
       set phase = 'recent', cursor = null, history_cursor = null, completed_at = null, recent_completed_at = null,
           failure_code = null, failure_text = null, failure_count = 0, wait_reason = null, wait_until = null
       where repository_id = $1::bigint`,
      [id],
    );
  };

  await fc.assert(
    fc.asyncProperty(mutation, async ({ operation, walk, value }) => {
      story.proxy.change = (passing, body) => {
        if (passing.operation !== operation) return body;
        const answer: unknown = JSON.parse(body);
        mutate(answer, walk, value);
        return JSON.stringify(answer);
      };

      const step = await story.turn('api');

      expect(['again', 'later', 'done', 'parked']).toContain(step.kind);
      await database.query(
        `update connection set state = 'active', attention_code = null, attention_text = null`,
      );
      story.proxy.change = (_passing, body) => body;
      await startOver();
    }),
    { numRuns: 60 },
  );
  await story.readAll('api');

  expect(await loadCounts(database, id)).toEqual({ pullRequests: 3, reviews: 6, comments: 9, files: 3 });
});
