import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { startStory } from '../testing/start-story.ts';
import { loadRepositoriesToLookUp } from './look-again.sql.ts';

const database = await testDatabase();

test('what is to be looked up of a repository that left waits for its return, and holds up no other', async () => {
  const story = await startStory(database, {
    sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 1 })],
  });
  await story.discover();
  const id = await story.repositoryId('api');
  await database.query('insert into look_again (repository_id, number) values ($1::bigint, 1)', [id]);
  await story.clock.shift(1);

  const there = await loadRepositoriesToLookUp(database);
  await database.query('update repository set gone_at = app_now() where repository_id = $1::bigint', [id]);
  const gone = await loadRepositoriesToLookUp(database);

  expect([there, gone]).toEqual([[id], []]);
});
