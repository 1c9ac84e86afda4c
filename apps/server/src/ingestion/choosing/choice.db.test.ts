import { chooseRepositories, listConnectionRepositories } from '@throughline/contract';
import { craftRepository } from '@throughline/github-emulator';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { startStory } from '../testing/start-story.ts';
import { startStoryApi } from '../testing/start-story-api.ts';

const database = await testDatabase();
const craft = (name: string, record: NonNullable<Parameters<typeof craftRepository>[0]>['record'] = {}) =>
  craftRepository({ fullName: `acme/${name}`, admins: ['ada'], pulls: 2, record });
const story = await startStory(database, {
  sources: [
    craft('api'),
    craft('copy', { isFork: true }),
    craft('legacy', { isArchived: true }),
    craft('notes'),
  ],
});
const administrator = await startStoryApi(database, story);
const params = { connectionId: story.connectionId };

const load = () => administrator.call(listConnectionRepositories, { params });

const loadGroups = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await load()).repositories.map(({ fullName, group }) => [fullName.slice(5), group]));

const choose = async (
  given: { repositoryChoice?: 'all' | 'some'; includesArchived?: boolean; includesForks?: boolean },
  names: readonly string[] = [],
  revision?: number,
) => {
  const saved = await load();
  const repositories = saved.repositories
    .filter(({ fullName }) => names.includes(fullName.slice(5)))
    .map(({ githubId }) => githubId);
  const body = { repositoryChoice: 'all', includesArchived: false, includesForks: false, ...given } as const;
  return administrator.call(chooseRepositories, {
    params,
    body: { ...body, repositories, revision: revision ?? saved.revision },
  });
};

beforeAll(async () => {
  await story.discover();
  await story.readAll('api');
});

beforeEach(() => choose({}));

describe('the choice of repositories', () => {
  test('of all leaves out archived ones and forks, and says which and why', async () => {
    expect(await loadGroups()).toEqual({ api: 'read', copy: 'forks', legacy: 'archived', notes: 'read' });
  });

  test('changed at any time takes what comes in and stops what is left out, at once and for later lists', async () => {
    await choose({ includesArchived: true, includesForks: true });
    const wider = await loadGroups();
    await choose({ repositoryChoice: 'some' }, ['notes']);
    const narrow = await loadGroups();
    const step = await story.turn('api', true);
    await story.discover();

    expect(wider).toEqual({ api: 'read', copy: 'read', legacy: 'read', notes: 'read' });
    expect(narrow).toEqual({ api: 'not-chosen', copy: 'not-chosen', legacy: 'not-chosen', notes: 'read' });
    expect(step).toEqual({ kind: 'parked' });
    expect(await loadGroups()).toEqual(narrow);
  });

  test('keeps what was read of a repository that is left out, and goes on there when it comes back', async () => {
    await choose({ repositoryChoice: 'some' }, ['notes']);
    const [out] = (await load()).repositories;
    await choose({});
    const [back] = (await load()).repositories;

    expect(out).toMatchObject({ fullName: 'acme/api', group: 'not-chosen', held: 2 });
    expect(back).toMatchObject({ group: 'read', state: 'complete', held: 2 });
  });

  test('of somebody who did not know the latest one overwrites nothing', async () => {
    const { revision } = await load();
    await choose({ includesForks: true });

    await expect(choose({ includesArchived: true }, [], revision)).rejects.toMatchObject({
      failure: { code: 'conflict' },
    });

    expect(await load()).toMatchObject({ includesForks: true, includesArchived: false });
  });

  test('of no repository is refused', async () => {
    await expect(choose({ repositoryChoice: 'some' })).rejects.toMatchObject({
      failure: { code: 'repositories-none-chosen' },
    });
  });
});
