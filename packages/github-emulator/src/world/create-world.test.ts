import { expect, test } from 'vitest';
import { craftRepository, craftWorld } from '../sources/crafted/craft-repository.ts';
import { createWorld } from './create-world.ts';
import { toTimeline } from './to-timeline.ts';

const world = craftWorld(
  {
    fullName: 'acme/api',
    record: { formerNames: ['acme/old-api', 'acme/web'] },
    accounts: [{ login: 'ada', name: 'Ada Lovelace', email: 'ada@engine.example' }],
    teams: [{ slug: 'platform', members: ['ada'] }],
    pulls: [
      { reviews: 2, threads: [{ comments: 2 }], comments: 2, labels: ['bug'] },
      { author: 'renovate[bot]' },
    ],
    issues: [{ number: 9, comments: 1 }],
  },
  { fullName: 'acme/web', members: ['linus'] },
);
const { source: api } = world.findRepositoryByName('acme', 'api')!;
const pull = api.pullRequest(1)!;

test('everything is found again by its node id', () => {
  const issue = api.issue(9)!;
  const things = [
    ...world.repositories.map(({ record }) => record),
    ...pull.reviews,
    ...pull.threads,
    ...pull.threads.flatMap(({ comments }) => comments),
    ...pull.comments,
    ...pull.commits,
    ...pull.events,
    ...api.labels,
    ...issue.comments,
    pull,
    issue,
    ...world.organisations.flatMap(({ teams, members }) => [
      ...teams,
      ...members.map(({ account }) => account),
    ]),
  ];

  const found = things.map(({ nodeId }) => JSON.stringify(world.findNode(nodeId)));

  for (const [index, thing] of things.entries()) expect(found[index]).toContain(JSON.stringify(thing));
  expect(new Set(things.map(({ nodeId }) => nodeId)).size).toBe(things.length);
});

test.each(['PR_AA', 'nonsense', pull.nodeId.replace('PR_', 'I_')])('nothing is found by %s', (nodeId) => {
  expect(world.findNode(nodeId)).toBeUndefined();
});

test('a former name leads to the repository until somebody uses it again', () => {
  expect(world.findRepositoryByName('Acme', 'Old-API')).toMatchObject({ isRedirected: true, source: api });
  expect(world.findRepositoryByName('acme', 'web')).toMatchObject({ isRedirected: false });
  expect(world.findRepositoryByName('acme', 'none')).toBeUndefined();
});

test('an organisation of several sources has the members of all', () => {
  expect(world.organisations).toHaveLength(1);
  expect(world.organisations[0]?.members.map(({ account }) => account.login)).toEqual([
    'grace',
    'ada',
    'linus',
  ]);
  expect(world.repositoriesOf(world.organisations[0]!.account.id)).toHaveLength(2);
});

test.each([
  ['ADA', undefined, ['ada']],
  ['lovelace', undefined, ['ada']],
  ['ada engine', undefined, ['ada']],
  ['engine.example', ['login', 'name'] as const, []],
  ['r', ['login'] as const, ['renovate', 'grace']],
])('searching %j in %j finds %j', (text, fields, logins) => {
  const found = world.searchAccounts({ text, fields, kinds: ['User', 'Bot'] });

  expect(found.map(({ login }) => login)).toEqual(logins);
});

test('a login is found whatever its case, a bot with or without its suffix', () => {
  expect(world.findAccountByLogin('Ada')?.login).toBe('ada');
  expect(world.findAccountByLogin('renovate[bot]')).toBe(world.findAccountByLogin('renovate'));
});

test('two repositories of one name are refused', () => {
  expect(() => createWorld([craftRepository(), craftRepository()])).toThrow('acme/api');
});

test('a timeline is everything, oldest first', () => {
  const kinds = toTimeline(pull).map(({ kind }) => kind);

  expect(kinds[0]).toBe('commit');
  expect(kinds.slice(-2)).toEqual(['event', 'event']);
  expect(kinds).toHaveLength(1 + 2 + 1 + 2 + 2);
});

test('pull requests are listed by state without the others', () => {
  const query = { orderBy: 'UPDATED_AT', direction: 'DESC', first: 1 } as const;

  expect(api.listPullRequests({ ...query, states: ['MERGED'] })).toMatchObject({
    entries: [{ number: 2 }],
    totalCount: 2,
    hasNextPage: true,
  });
  expect(api.listPullRequests({ ...query, states: ['OPEN'] })).toMatchObject({ entries: [], totalCount: 0 });
});
