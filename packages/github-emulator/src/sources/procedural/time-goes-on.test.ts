import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorld } from '../../world/create-world.ts';
import { toInstant, toSeconds } from '../../world/instant.ts';
import type { PullRequestRecord, RepositorySource, WorldSource } from '../../world/model.ts';
import { createProceduralOrganisation } from './create-procedural-organisation.ts';

const now = '2026-11-20T12:00:00Z';
const day = 86_400;
const options = { now, people: 12, repos: 6, pulls: 200, seed: 7 };

function later(days: number): string {
  return toInstant(toSeconds(now) + Math.round(days * day));
}

function pullsOf(repository: RepositorySource): PullRequestRecord[] {
  const { entries } = repository.listPullRequests({
    orderBy: 'UPDATED_AT',
    direction: 'ASC',
    first: 2 ** 21,
  });
  return entries.map(({ number }) => repository.pullRequest(number)!);
}

/** Everything an organisation is, as text. */
function writeOut(source: WorldSource): string {
  const repositories = source.repositories.map((one) => [
    one.record,
    pullsOf(one),
    one.listHistory({ skip: 0, first: 40 }),
  ]);
  return JSON.stringify([source.accounts, source.organisations, repositories]);
}

const moments = fc.integer({ min: -60, max: 400 }).map((days) => later(days + 0.3));

test('the world at an instant is the same however one got there', () => {
  fc.assert(
    fc.property(fc.array(moments, { maxLength: 3 }), moments, (before, moment) => {
      const direct = createProceduralOrganisation(options).at!(moment);
      let walked = createProceduralOrganisation(options);
      for (const stop of before) {
        walked = walked.at!(stop);
        for (const repository of walked.repositories) repository.countPullRequests(['OPEN']);
      }

      expect(writeOut(walked.at!(moment))).toBe(writeOut(direct));
    }),
    { numRuns: 8 },
  );
});

test('a pull request that differs later was updated in between, and what hangs on it only grew', () => {
  const start = createProceduralOrganisation({ ...options, changes: 0 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 20 }), (from, length) => {
      const [before, after] = [later(from + 0.4), later(from + length + 0.7)];
      const [early, late] = [start.at!(before), start.at!(after)];
      for (const [index, repository] of early.repositories.entries()) {
        for (const old of pullsOf(repository)) {
          const young = late.repositories[index]!.pullRequest(old.number)!;
          const isSame = JSON.stringify(young) === JSON.stringify(old);
          expect([old.number, isSame || young.updatedAt > before]).toEqual([old.number, true]);
          for (const list of ['reviews', 'comments', 'events', 'threads'] as const)
            expect(young[list].slice(0, old[list].length).map(({ nodeId }) => nodeId)).toEqual(
              old[list].map(({ nodeId }) => nodeId),
            );
          const comments = (pull: PullRequestRecord) =>
            pull.threads.flatMap((one) => one.comments.map(({ id }) => id));
          expect(comments(young)).toEqual(expect.arrayContaining(comments(old)));
        }
      }
    }),
    { numRuns: 12 },
  );
});

test('what is new since an instant carries a later date, so that a reader asking "since" misses nothing', () => {
  const start = createProceduralOrganisation({ ...options, changes: 0 });
  const [early, late] = [start.at!(later(10)), start.at!(later(17))];
  const datesOf = (source: WorldSource) =>
    new Map(
      source.repositories
        .flatMap(pullsOf)
        .flatMap((pull) => [
          ...pull.comments.map(({ id, updatedAt }) => [`comment ${id}`, updatedAt] as const),
          ...pull.reviews.map(({ id, updatedAt }) => [`review ${id}`, updatedAt] as const),
          ...pull.events.map(({ id, createdAt }) => [`event ${id}`, createdAt] as const),
          ...pull.threads.flatMap(({ comments }) =>
            comments.map(({ id, updatedAt }) => [`review comment ${id}`, updatedAt] as const),
          ),
        ]),
    );

  const known = datesOf(early);
  const fresh = [...datesOf(late)].filter(([key]) => !known.has(key));

  expect(fresh.length).toBeGreaterThan(30);
  for (const [, at] of fresh) expect(at > later(10) && at <= later(17)).toBe(true);
});

test('a year brings everything that makes a reader stumble', () => {
  const large = createProceduralOrganisation({ ...options, people: 40, repos: 60, pulls: 3_000 });
  const next = large.at!(later(365));
  const world = createWorld([next]);
  const inside = next.organisations[0]!.account.id;
  const before = new Map(large.repositories.map((one) => [one.record.id, one.record]));
  const after = new Map(next.repositories.map((one) => [one.record.id, one.record]));
  const stayed = [...before.values()]
    .filter(({ id }) => after.has(id))
    .map((one) => ({ one, now: after.get(one.id)! }));
  const count = (has: (pair: (typeof stayed)[number]) => boolean) => stayed.filter(has).length;

  expect(before.size - stayed.length).toBeGreaterThan(0);
  expect(count(({ one, now }) => one.name !== now.name)).toBeGreaterThan(0);
  expect(count(({ now }) => now.owner.id !== inside)).toBeGreaterThan(0);
  expect(count(({ one, now }) => !one.isArchived && now.isArchived)).toBeGreaterThan(0);
  const names = new Map([...before.values()].map(({ id, name }) => [name, id]));
  const made = [...after.values()].filter(({ id }) => !before.has(id));
  expect(made.filter(({ name }) => names.has(name)).length).toBeGreaterThan(0);
  expect(made.filter(({ formerNames }) => formerNames.length > 0).length).toBeGreaterThan(0);
  const logins = new Map(next.accounts.map(({ id, login }) => [id, login]));
  const people = large.accounts.filter(({ kind }) => kind === 'User');
  expect(people.filter(({ id, login }) => logins.has(id) && logins.get(id) !== login).length).toBeGreaterThan(
    0,
  );
  expect(people.filter(({ id }) => !logins.has(id)).length).toBeGreaterThan(0);
  for (const { record } of next.repositories)
    expect(world.findRepositoryByName(record.owner.login, record.name)?.source.record.id).toBe(record.id);
  expect(next.organisations[0]!.members.slice(0, 3)).toEqual(large.organisations[0]!.members.slice(0, 3));
});

test('months bring new pull requests at the old pace, late words on merged ones, reopenings and other bases', () => {
  const [early, late] = [0, 90].map((days) =>
    createProceduralOrganisation({ ...options, pulls: 2_000, changes: 0 }).at!(later(days)),
  );
  const pulls = late!.repositories.flatMap(pullsOf);
  const count = (source: WorldSource) =>
    source.repositories.reduce((sum, one) => sum + one.countPullRequests(), 0);
  const isLate = (pull: PullRequestRecord, at: string) =>
    pull.mergedAt !== undefined && Date.parse(at) - Date.parse(pull.mergedAt) > 5 * day * 1_000;
  const fresh = pulls.filter(({ updatedAt }) => updatedAt > now);

  expect(count(late!) - count(early!)).toBeGreaterThan(100);
  expect(
    fresh.some((pull) => pull.comments.some(({ createdAt }) => createdAt > now && isLate(pull, createdAt))),
  ).toBe(true);
  expect(
    fresh.some((pull) => pull.reviews.some(({ createdAt }) => createdAt > now && isLate(pull, createdAt))),
  ).toBe(true);
  const kinds = new Set(fresh.flatMap(({ events }) => events.map(({ kind }) => kind)));
  for (const kind of ['ReopenedEvent', 'BaseRefChangedEvent', 'HeadRefForcePushedEvent'] as const)
    expect([kind, kinds.has(kind)]).toEqual([kind, true]);
});
