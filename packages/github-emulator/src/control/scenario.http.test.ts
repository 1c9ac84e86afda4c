import { expect, test } from 'vitest';
import { createProceduralOrganisation } from '../sources/procedural/create-procedural-organisation.ts';
import { startTestEmulator, type TestEmulator } from '../testing/start-test-emulator.ts';
import type { TruthPullRequest } from './truth.ts';

const now = '2026-03-01T00:00:00Z';

async function startLarkfield(options: object = {}) {
  const source = createProceduralOrganisation({ now, people: 8, repos: 3, pulls: 60, changes: 0 });
  const login = source.organisations[0]!.members[0]!.account.login;
  return startTestEmulator({ sources: [source], tokens: [{ kind: 'classic', login }], ...options });
}

async function post(emulator: TestEmulator, route: string, body: object) {
  const response = await fetch(`${emulator.origin}/_emulator/${route}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { status: response.status, body: Object(await response.json()) };
}

async function readRows(emulator: TestEmulator, repository: string): Promise<TruthPullRequest[]> {
  const response = await fetch(`${emulator.origin}/_emulator/truth?repository=${repository}`);
  return (await response.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TruthPullRequest);
}

test('putting the clock forward brings new pull requests, and the truth is what a reader is served', async () => {
  const emulator = await startLarkfield();
  const [first] = emulator.control.truth();
  const before = await readRows(emulator, first!.fullName);

  const { body } = await post(emulator, 'clock', { advanceSeconds: 40 * 86_400 });
  const rows = await readRows(emulator, first!.fullName);

  expect(body).toMatchObject({ worldAt: '2026-04-10T00:00:00Z', isStanding: false });
  expect(rows.length).toBeGreaterThan(before.length);
  const { body: served } =
    await emulator.query(`{ repository(owner: "larkfield", name: "${first!.fullName.split('/')[1]}") {
    pullRequests(first: 100, orderBy: { field: CREATED_AT, direction: ASC }) { nodes {
      number state isDraft createdAt updatedAt closedAt mergedAt baseRefName headRefOid
      reviews(first: 1) { totalCount } comments(first: 1) { totalCount } commits(first: 1) { totalCount }
      files(first: 1) { totalCount } reviewThreads(first: 1) { totalCount } } } } }`);
  expect(served.data.repository.pullRequests.nodes).toEqual(
    rows.map(({ number, state, isDraft, createdAt, updatedAt, closedAt, mergedAt, counts, ...row }) => ({
      number,
      state,
      isDraft,
      createdAt,
      updatedAt,
      closedAt,
      mergedAt,
      baseRefName: row.baseRefName,
      headRefOid: row.headRefOid,
      reviews: { totalCount: counts.reviews },
      comments: { totalCount: counts.comments },
      commits: { totalCount: counts.commits },
      files: { totalCount: counts.files },
      reviewThreads: { totalCount: counts.threads },
    })),
  );
});

test('the clock alone goes forward when asked, the world alone is shown at an instant, and time can stand', async () => {
  const emulator = await startLarkfield({ clockAt: '2026-05-01T00:00:00Z' });
  const { control } = emulator;

  expect(control.clock()).toMatchObject({ worldAt: '2026-05-01T00:00:00Z' });
  expect(control.clock().now.slice(0, 16)).toBe('2026-05-01T00:00');
  control.moveClock({ isStanding: true });
  const stood = control.clock().now;
  control.moveClock({ advanceSeconds: 90, worldStands: true });
  expect(Date.parse(control.clock().now) - Date.parse(stood)).toBe(90_000);
  expect(control.clock()).toMatchObject({ worldAt: '2026-05-01T00:00:00Z', isStanding: true });
  expect(control.moveClock({ worldAt: now }).worldAt).toBe(now);
});

test('the token of somebody whose login changes goes on, and what they wrote stays theirs', async () => {
  const source = createProceduralOrganisation({ now, people: 12, repos: 2, pulls: 30, changes: 40 });
  const emulator = await startTestEmulator({
    sources: [source],
    tokens: source.organisations[0]!.members.map(({ account }) => ({
      kind: 'classic',
      login: account.login,
    })),
  });
  const whoIs = (token: string) => emulator.object('/user', { token });
  const before = await Promise.all(emulator.tokens.map(({ value }) => whoIs(value)));

  emulator.control.moveClock({ advanceSeconds: 200 * 86_400 });
  const after = await Promise.all(emulator.tokens.map(({ value }) => whoIs(value)));

  const pairs = before.map((one, place) => [one, after[place]] as const);
  const known = pairs.filter(([, now]) => now.id !== undefined);
  expect(known.every(([old, now]) => old.id === now.id)).toBe(true);
  expect(known.filter(([old, now]) => old.login !== now.login).length).toBeGreaterThan(0);
});

test('threads resolved and comments edited later leave no trace but themselves, and lists by update show them', async () => {
  const source = createProceduralOrganisation({ now, people: 8, repos: 1, pulls: 60, shape: 'average' });
  const later = source.at!('2026-05-01T00:00:00Z');
  const [early, late] = [source, later].map(({ repositories: [one] }) => one!);
  const numbers = early!.listPullRequests({ orderBy: 'CREATED_AT', direction: 'ASC', first: 500 }).entries;
  const pairs = numbers.map(
    ({ number }) => [early!.pullRequest(number)!, late!.pullRequest(number)!] as const,
  );
  const quiet = pairs.filter(([old, young]) => old.updatedAt === young.updatedAt);
  const countResolved = (pull: (typeof pairs)[number][0]) =>
    pull.threads.filter(({ isResolved }) => isResolved).length;
  const edited = quiet.flatMap(([, { comments, threads }]) =>
    [...comments, ...threads.flatMap((one) => one.comments)].filter(({ updatedAt }) => updatedAt > now),
  );

  expect(quiet.some(([old, young]) => countResolved(young) > countResolved(old))).toBe(true);
  expect(quiet.every(([old, young]) => countResolved(young) >= countResolved(old))).toBe(true);
  expect(edited.length).toBeGreaterThan(0);
  expect(edited.every(({ createdAt, body }) => createdAt <= now && body.endsWith('(Edited.)'))).toBe(true);

  const emulator = await startTestEmulator({
    sources: [later],
    tokens: [{ kind: 'classic', login: later.organisations[0]!.members[0]!.account.login }],
  });
  const path = `/repositories/${late!.record.id}`;
  const query = `since=${now}&sort=updated&per_page=100`;
  const listed = await Promise.all(
    ['issues', 'pulls'].map((kind) => emulator.list(`${path}/${kind}/comments?${query}`)),
  );
  expect(listed.flat().map(({ id }) => id)).toEqual(expect.arrayContaining(edited.map(({ id }) => id)));
});

test('the truth names every entry of every list', async () => {
  const emulator = await startLarkfield();
  const { fullName } = emulator.control.truth()[0]!;

  for (const { counts, keys } of emulator.control.truthOf(fullName))
    for (const [list, count] of Object.entries(counts))
      expect([list, Reflect.get(keys, list)?.length]).toEqual([list, count ?? undefined]);
});

test('a limit that stands is over once the clock has been put forward', async () => {
  const emulator = await startLarkfield();
  emulator.control.block(emulator.tokens[0]!.value);

  expect((await emulator.get('/user')).status).toBeGreaterThan(400);
  emulator.control.moveClock({ advanceSeconds: 61 });
  expect((await emulator.get('/user')).status).toBe(200);
});

test('a repository of any source is renamed, archived and deleted, and is among the gone ones then', async () => {
  const emulator = await startTestEmulator();
  const { control } = emulator;
  const { id: repositoryId } = control.truth().find(({ fullName }) => fullName === 'acme/api')!;

  await post(emulator, 'repositories', { kind: 'renamed', repositoryId, name: 'gateway' });
  const moved = await emulator.get('/repos/acme/api');
  control.editRepository({ kind: 'archived', repositoryId, isArchived: true });

  expect([moved.status, new URL(moved.headers.get('location')!).pathname]).toEqual([
    301,
    `/repositories/${repositoryId}`,
  ]);
  expect(await emulator.object(`/repositories/${repositoryId}`)).toMatchObject({
    name: 'gateway',
    archived: true,
  });
  control.editRepository({ kind: 'deleted', repositoryId });
  expect((await emulator.get(`/repositories/${repositoryId}`)).status).toBe(404);
  expect(control.truth().filter(({ isGone }) => isGone)).toMatchObject([
    { id: repositoryId, fullName: 'acme/gateway' },
  ]);
});

test.each([
  ['clock', { worldAt: now }],
  ['clock', { advanceSeconds: -1 }],
  ['repositories', { kind: 'deleted', repositoryId: 1 }],
])('POST %s %j is refused with a sentence', async (route, body) => {
  const answer = await post(await startTestEmulator(), route, body);

  expect(answer.status).toBe(422);
  expect(answer.body.message.length).toBeGreaterThan(20);
});

test('the truth tells which accounts are there', async () => {
  const emulator = await startLarkfield();
  const { fullName } = emulator.control.truth()[0]!;
  const author = [...emulator.control.truthOf(fullName)].find(({ authorId }) => authorId !== null)?.authorId;
  const response = await fetch(`${emulator.origin}/_emulator/truth?accounts=${author},7`);

  expect(author).toBeDefined();
  expect(await response.json()).toEqual([author]);
});

test('the truth of an unknown repository is refused', async () => {
  const emulator = await startTestEmulator();

  expect((await fetch(`${emulator.origin}/_emulator/truth?repository=acme/none`)).status).toBe(422);
});

test('a reader of the truth may go away in the middle', async () => {
  const source = createProceduralOrganisation({ now, people: 8, repos: 1, pulls: 20_000 });
  const emulator = await startTestEmulator({ sources: [source], tokens: [] });
  const [{ fullName } = { fullName: '' }] = emulator.control.truth();
  const response = await fetch(`${emulator.origin}/_emulator/truth?repository=${fullName}`);
  const reader = response.body!.getReader();

  await reader.read();
  await reader.cancel();

  expect((await fetch(`${emulator.origin}/_emulator/clock`)).status).toBe(200);
});
