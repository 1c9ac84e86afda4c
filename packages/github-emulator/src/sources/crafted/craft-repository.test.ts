import { expect, test } from 'vitest';
import type { PullRequestRecord } from '../../world/model.ts';
import { craftRepository, craftWorld } from './craft-repository.ts';
import type { CraftedPull } from './craft-spec.ts';

function craftPull(spec: CraftedPull): PullRequestRecord {
  const [repository] = craftRepository({ pulls: [spec] }).repositories;
  return repository!.pullRequest(1)!;
}

test('without a word it is one merged, reviewed pull request of an organisation', () => {
  const world = craftWorld();

  const { source } = world.findRepositoryByName('acme', 'api')!;
  const pull = source.pullRequest(1)!;

  expect(pull).toMatchObject({ state: 'MERGED', author: { login: 'ada' }, additions: 10, changedFiles: 1 });
  expect(pull.reviews).toMatchObject([{ state: 'APPROVED', author: { login: 'grace' } }]);
  expect(pull.events.map(({ kind }) => kind)).toEqual(['MergedEvent', 'ClosedEvent']);
  expect(world.findOrganisation('ACME')?.members.map(({ account }) => account.login)).toEqual([
    'grace',
    'ada',
  ]);
});

test('the author, the head repository and the commits may be gone', () => {
  const pull = craftPull({ author: 'ghost', headRepository: 'gone', commits: 'gone', files: 'unavailable' });

  expect(pull).toMatchObject({ author: undefined, headRepository: undefined, isCrossRepository: true });
  expect(pull).toMatchObject({ commits: [], files: 'unavailable', additions: undefined });
  expect(pull.reviews[0]?.commitOid).toBeUndefined();
});

test('more of a kind than one page of GitHub holds', () => {
  const pull = craftPull({ reviews: 120, comments: 101, threads: 3, commits: 260, files: 150 });

  expect(new Set(pull.reviews.map(({ id }) => id)).size).toBe(120);
  expect([pull.comments.length, pull.threads.length, pull.commits.length]).toEqual([101, 3, 260]);
  expect(pull.changedFiles).toBe(150);
});

test('titles are kept as written', () => {
  const title = '<script>alert(1)</script> — naïve 日本語 \u{1F9F5} \u202Egnp';

  expect(craftPull({ title }).title).toBe(title);
});

test('it was last updated when the last thing happened', () => {
  const pull = craftPull({ state: 'OPEN', comments: [{ createdAt: '2026-04-01T12:00:00Z' }] });

  expect(pull.updatedAt).toBe('2026-04-01T12:00:00Z');
  expect(pull.closedAt).toBeUndefined();
});

test('a bot is a bot, and a team can be asked for review', () => {
  const [repository] = craftRepository({
    teams: [{ slug: 'platform', members: ['ada'] }],
    pulls: [{ author: 'renovate[bot]', requestedReviewers: ['team:platform', 'grace'] }],
  }).repositories;

  const pull = repository!.pullRequest(1)!;

  expect(pull.author).toMatchObject({ kind: 'Bot', login: 'renovate' });
  expect(pull.requestedReviewers).toMatchObject([
    { kind: 'team', team: { slug: 'platform' } },
    { kind: 'account' },
  ]);
});

test('replies name the first comment of their thread', () => {
  const { threads } = craftPull({ threads: [{ comments: 3, isResolved: true, resolvedBy: 'ada' }, {}] });

  const [first, ...replies] = threads[0]!.comments;
  expect(first?.replyToId).toBeUndefined();
  expect(replies.map(({ replyToId }) => replyToId)).toEqual([first?.id, first?.id]);
  expect(threads[0]?.resolvedBy?.login).toBe('ada');
});

test('a pull request may have 9,000 comments, each with an id of its own, and one too many is a mistake', () => {
  const [repository] = craftRepository({ pulls: [{ comments: 9_000 }, { comments: 3 }] }).repositories;

  const ids = [1, 2].flatMap((number) => repository!.pullRequest(number)!.comments.map(({ id }) => id));

  expect(new Set(ids).size).toBe(9_003);
  expect(ids.every(Number.isSafeInteger)).toBe(true);
  expect(() => craftPull({ comments: 16_385 })).toThrow(RangeError);
});
