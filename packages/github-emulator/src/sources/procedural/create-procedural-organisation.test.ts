import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorld } from '../../world/create-world.ts';
import { toInstant, toSeconds } from '../../world/instant.ts';
import type { PullRequestRecord, RepositorySource } from '../../world/model.ts';
import { createProceduralOrganisation } from './create-procedural-organisation.ts';
import { summarisePulls } from './summarise-pulls.ts';

const now = '2026-11-20T12:00:00Z';
const demo = createProceduralOrganisation({ now });
const world = createWorld([demo]);
const demoPulls = new Map(demo.repositories.map((repository) => [repository, listAll(repository)]));

function listAll(repository: RepositorySource): PullRequestRecord[] {
  const { entries } = repository.listPullRequests({
    orderBy: 'CREATED_AT',
    direction: 'ASC',
    first: 2 ** 21,
  });
  return entries.map(({ number }) => repository.pullRequest(number)!);
}

function instantsOf(pull: PullRequestRecord): string[] {
  return [
    ...pull.reviews.map(({ updatedAt }) => updatedAt),
    ...pull.comments.map(({ updatedAt }) => updatedAt),
    ...pull.events.map(({ createdAt }) => createdAt),
    ...pull.threads.flatMap(({ comments }) => comments.map(({ updatedAt }) => updatedAt)),
  ];
}

/** In UTC; those of before the opening are pushed with it. */
function pushesOf({ commits, createdAt }: PullRequestRecord): string[] {
  const instants = commits.map(({ committer }) => toInstant(toSeconds(committer.at)));
  return instants.filter((at) => at > createdAt);
}

function expectWithin(value: number, [low, high]: readonly [number, number]): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

test('seed 7 is as it was', () => {
  expect(summarisePulls(demo)).toMatchSnapshot();
});

test('many pull requests are as the table of distributions says', () => {
  const made = summarisePulls(createProceduralOrganisation({ now, pulls: 9_000, seed: 3 }));

  expectWithin(made.firstReviewHours.median, [5.5, 6.5]);
  expectWithin(made.firstReviewHours.p95, [86, 106]);
  expectWithin(made.commentsP99, [50, 70]);
  expectWithin(made.share.bots, [0.11, 0.13]);
  expectWithin(made.share.bornDraft, [0.072, 0.088]);
  expectWithin(made.share.forcePushed, [0.026, 0.034]);
  expectWithin(made.share.overHundredFiles, [0.007, 0.013]);
  expectWithin(made.share.onWeekends, [0.01, 0.06]);
  expect(made.share.ghosts).toBeGreaterThan(0);
});

test('the demo is 40 people, 30 repositories and 3,000 pull requests, some merged in every one of the last four weeks', () => {
  const merges = demo.repositories
    .flatMap(listAll)
    .map(({ mergedAt }) => Date.parse(mergedAt ?? '2000-01-01'));
  const weeksAgo = merges.map((at) => Math.floor((Date.parse(now) - at) / 604_800_000));

  expect(demo.accounts.filter(({ kind }) => kind === 'User')).toHaveLength(40);
  expect(demo.repositories).toHaveLength(30);
  expect(merges).toHaveLength(3_000);
  for (const week of [0, 1, 2, 3]) expect(weeksAgo.filter((one) => one === week).length).toBeGreaterThan(20);
});

test('a pull request was updated when its last thing happened, nothing lies ahead, numbers follow time', () => {
  for (const pulls of demoPulls.values()) {
    for (const pull of pulls) {
      const latest = [pull.createdAt, ...instantsOf(pull), ...pushesOf(pull)].sort().at(-1);
      expect([pull.number, pull.updatedAt]).toEqual([pull.number, latest]);
      expect(latest! <= now && pull.createdAt < now).toBe(true);
      expect(instantsOf(pull).every((at) => at >= pull.createdAt)).toBe(true);
    }
    expect(pulls.map(({ createdAt }) => createdAt)).toEqual(pulls.map(({ createdAt }) => createdAt).sort());
  }
});

test('lists by update and by state agree with the pull requests themselves', () => {
  for (const repository of demo.repositories.slice(0, 5)) {
    const query = { orderBy: 'UPDATED_AT', direction: 'DESC', first: 500, states: ['OPEN'] } as const;
    const { entries, totalCount } = repository.listPullRequests(query);
    const open = demoPulls.get(repository)!.filter(({ state }) => state === 'OPEN');

    expect(totalCount).toBe(open.length);
    const listed = entries.map(({ number }) => repository.pullRequest(number)!.updatedAt);
    expect(listed).toEqual(
      open
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .reverse(),
    );
  }
});

test('ids of one kind are all different, and each leads back', () => {
  const pulls = [...demoPulls.values()].flat();
  const kinds = [
    pulls,
    pulls.flatMap(({ reviews }) => reviews),
    pulls.flatMap(({ comments }) => comments),
    pulls.flatMap(({ threads }) => threads.flatMap(({ comments }) => comments)),
    pulls.flatMap(({ events }) => events),
  ];

  for (const records of kinds) {
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    expect(records.every(({ id }) => Number.isSafeInteger(id))).toBe(true);
    expect(JSON.stringify(world.findNode(records.at(-1)!.nodeId))).toContain(JSON.stringify(records.at(-1)));
  }
});

test.each(['squash', 'merge', 'rebase'])(
  'the default branch is one chain of what was merged (%s)',
  (method) => {
    const marks = {
      squash: / \(#\d+\)$/,
      merge: /^Merge pull request #\d+ from /,
      rebase: /^(?!Merge)(?!.*\(#\d+\)$)/,
    };
    const repository = demo.repositories.find((one) => {
      const [newest] = one.listHistory({ skip: 0, first: 1 });
      return newest !== undefined && marks[method as 'merge'].test(newest.message);
    })!;

    const commits = repository.listHistory({ skip: 0, first: 10_000 });
    const pages = Array.from({ length: Math.ceil(commits.length / 7) }, (_, page) =>
      repository.listHistory({ skip: page * 7, first: 7 }),
    ).flat();

    expect(commits).toHaveLength(repository.countHistory());
    expect(pages.map(({ oid }) => oid)).toEqual(commits.map(({ oid }) => oid));
    expect(new Set(commits.map(({ oid }) => oid)).size).toBe(commits.length);
    expect(repository.record.defaultBranch?.oid).toBe(commits[0]?.oid);
    const merged = demoPulls.get(repository)!.filter(({ state }) => state === 'MERGED');
    for (const pull of merged) expect(repository.commit(pull.mergeCommitOid!)?.oid).toBe(pull.mergeCommitOid);
    let tip = commits[0];
    let walked = 0;
    for (; tip !== undefined; walked += 1) tip = repository.commit(tip.parentOids[0] ?? '');
    expect(walked).toBe(method === 'rebase' ? commits.length : merged.length);
  },
);

test('a commit of a pull request is found by its name', () => {
  const repository = demo.repositories[0]!;
  const pull = demoPulls.get(repository)!.findLast(({ commits }) => commits.length > 2)!;

  for (const commit of pull.commits) expect(repository.commit(commit.oid)).toEqual(commit);
  expect(repository.commit('0'.repeat(40))).toBeUndefined();
});

test('a million pull requests start within a second', () => {
  const startedMs = performance.now();

  const large = createProceduralOrganisation({ now, people: 400, repos: 300, pulls: 1_000_000 });
  const first = large.repositories[0]!.pullRequest(1);

  expect(first?.number).toBe(1);
  expect(performance.now() - startedMs).toBeLessThan(1_000);
  expect(large.repositories.reduce((sum, one) => sum + one.countPullRequests(), 0)).toBe(1_000_000);
});

test('an organisation may have 10,000 repositories, and no two of them share an id', () => {
  const large = createProceduralOrganisation({
    now,
    people: 12,
    repos: 10_000,
    pulls: 10_000,
    login: 'acme',
  });

  const there = large.repositories.map(({ record }) => record.id);

  expect(there.length).toBeGreaterThanOrEqual(10_000);
  expect(new Set(there).size).toBe(there.length);
});

test('a pull request is the same alone and in sequence, the first and the 900,000th', () => {
  const options = { now, people: 50, repos: 1, pulls: 1_000_000 };
  const [sequence] = createProceduralOrganisation(options).repositories;
  const numbers = fc.oneof(fc.constantFrom(1, 900_000), fc.integer({ min: 1, max: 1_200_000 }));

  fc.assert(
    fc.property(numbers, fc.array(numbers, { maxLength: 3 }), (number, before) => {
      const [alone] = createProceduralOrganisation(options).repositories;
      for (const other of before) sequence!.pullRequest(other);

      expect(sequence!.pullRequest(number)).toEqual(alone!.pullRequest(number));
    }),
    {
      numRuns: 40,
      examples: [
        [1, []],
        [900_000, [1, 899_999]],
      ],
    },
  );
  expect(sequence!.pullRequest(900_000)?.number).toBe(900_000);
  expect(sequence!.pullRequest(1_200_001)).toBeUndefined();
});

test('fifty pages by update out of a million stay in order', () => {
  const [repository] = createProceduralOrganisation({
    now,
    people: 50,
    repos: 1,
    pulls: 1_000_000,
  }).repositories;
  const seen: number[] = [];
  let after: number | undefined;

  for (let page = 0; page < 50; page += 1) {
    const list = repository!.listPullRequests({ orderBy: 'UPDATED_AT', direction: 'DESC', first: 10, after });
    seen.push(...list.entries.map(({ number }) => number));
    after = list.entries.at(-1)?.position;
  }

  const updated = seen.map((number) => repository!.pullRequest(number)!.updatedAt);
  expect(updated).toEqual([...updated].sort().reverse());
  expect(new Set(seen).size).toBe(500);
});

test('odd titles of every sort come when asked for, change nothing else, and never unasked', () => {
  const options = { now, people: 20, repos: 4, pulls: 3_000 };
  const plain = createProceduralOrganisation(options).repositories.flatMap(listAll);
  const odd = createProceduralOrganisation({ ...options, oddTitles: true }).repositories.flatMap(listAll);
  const titles = odd.map(({ title }) => title);

  for (const sort of [/\p{Emoji_Presentation}/u, /[\u0590-\u06ff]/, /<script>/, /\p{Cc}\[31m/u, /^.{65000}$/])
    expect([sort, titles.some((title) => sort.test(title))]).toEqual([sort, true]);
  const changed = plain.filter(({ title }, index) => title !== titles[index]).length;
  expectWithin(changed / plain.length, [0.01, 0.03]);
  expect(odd.map(({ headRefName, updatedAt }) => [headRefName, updatedAt])).toEqual(
    plain.map(({ headRefName, updatedAt }) => [headRefName, updatedAt]),
  );
  expect(plain.every(({ title }) => /^[\x20-\x7e]+$/.test(title))).toBe(true);
});

test('the average shape has on the average what a bench of a thousand pull requests is told to have', () => {
  const { meanPerPull } = summarisePulls(
    createProceduralOrganisation({ now, pulls: 6_000, shape: 'average' }),
  );

  expectWithin(meanPerPull.reviews, [2.8, 3.2]);
  expectWithin(meanPerPull.reviewComments, [4.6, 5.4]);
  expectWithin(meanPerPull.commits, [3.7, 4.3]);
  expectWithin(meanPerPull.files, [7.4, 8.6]);
  expectWithin(meanPerPull.events, [5.6, 6.4]);
});
