import { craftRepository, createProceduralOrganisation } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { startGitHub } from '../testing/start-github.ts';
import { completePullRequests, completeThreads } from './complete-pull-requests.ts';
import { joinThreadComments } from './join-thread-comments.ts';
import { listOrganisationRepositories } from './list-organisation-repositories.ts';
import { listReviewComments, type PlacedReviewComment } from './list-review-comments.ts';
import { readPullRequestsPage } from './read-pull-requests-page.ts';

describe('the review comments of a repository', () => {
  test('come with everything the threads have, a hundred for a request', async () => {
    const now = '2026-03-01T00:00:00Z';
    const source = createProceduralOrganisation({ people: 9, repos: 1, pulls: 60, shape: 'average', now });
    const login = source.organisations[0]!.members.find(({ role }) => role === 'ADMIN')!.account.login;
    const github = await startGitHub({ sources: [source], token: { kind: 'classic', login } });
    const client = github.connect();
    const [repository] = await listOrganisationRepositories(client, 'larkfield');
    const comments: PlacedReviewComment[] = [];
    for (let page: number | undefined = 1; page !== undefined; ) {
      const found = await listReviewComments(client, { repositoryGithubId: repository!.githubId, page });
      expect(found.unreadable).toBe(0);
      comments.push(...found.items);
      page = found.nextPage;
    }
    const listed = await readPullRequestsPage(client, { repositoryNodeId: repository!.nodeId, pageSize: 25 });
    const records = await completePullRequests(client, listed.pullRequests);

    const nested = await completeThreads(client, records);
    const joined = records.map((record) =>
      joinThreadComments(
        record,
        comments.filter(({ pullRequestNumber }) => pullRequestNumber === record.number),
      ),
    );

    const known = joined.filter((threads) => threads !== undefined);
    expect(known.length).toBeGreaterThan(20);
    for (const [at, threads] of joined.entries()) {
      if (threads === undefined) continue;
      expect(threads.map(toComparable)).toEqual(nested[at]!.reviewThreads.items.map(toComparable));
    }
  });

  test('of a repository that is not there are a failure that says so', async () => {
    const github = await startGitHub({ sources: [craftRepository()] });

    await expect(
      listReviewComments(github.connect(), { repositoryGithubId: 4711, page: 1 }),
    ).rejects.toMatchObject({
      kind: 'gone',
    });
  });
});

/** REST tells no account's name. */
const toComparable = (thread: object): unknown =>
  JSON.parse(
    JSON.stringify(thread, (key, value) => (key === 'name' || key === 'avatarUrl' ? undefined : value)),
  );
