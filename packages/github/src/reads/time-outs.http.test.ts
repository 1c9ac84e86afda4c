import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import type { GitHubClient } from '../client/github-client.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { startGitHub } from '../testing/start-github.ts';
import { completePullRequests, completeThreads } from './complete-pull-requests.ts';
import { listOrganisationRepositories } from './list-organisation-repositories.ts';
import { firstPageSize, nextPageSize } from './next-page-size.ts';
import { readPullRequestsPage } from './read-pull-requests-page.ts';

/** Reads as an ingestion would: the size of the next page follows what became of the last one. */
async function readPatiently(client: GitHubClient) {
  const [repository] = await listOrganisationRepositories(client, 'acme', { atMost: 1 });
  const found: PullRequestRecord[] = [];
  const sizes: number[] = [];
  let pageSize = firstPageSize;
  let after: string | undefined;
  for (;;) {
    sizes.push(pageSize);
    try {
      const page = await readPullRequestsPage(client, {
        repositoryNodeId: repository!.nodeId,
        pageSize,
        after,
      });
      found.push(...page.pullRequests);
      after = page.after;
      pageSize = nextPageSize(pageSize, 'read', 29);
      if (after === undefined) return { found, sizes };
    } catch (error) {
      if (!(error instanceof GitHubFailure)) throw error;
      pageSize = nextPageSize(pageSize, error.kind, 29);
    }
  }
}

describe('a GitHub that cannot finish', () => {
  test('is asked for half until it can, and every pull request comes once', async () => {
    const github = await startGitHub({
      sources: [craftRepository({ pulls: 40 })],
      constants: { graphqlCpu: { perNodeSeconds: 0.2 } },
      hasLimits: false,
    });

    const { found, sizes } = await readPatiently(github.connect());

    expect(sizes.slice(0, 2)).toEqual([25, 12]);
    expect(sizes.length).toBeLessThan(20);
    expect(found.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, at) => 40 - at));
  });

  test('completes long lists in smaller batches', async () => {
    const github = await startGitHub({
      sources: [craftRepository({ pulls: Array.from({ length: 8 }, () => ({ threads: 20, reviews: 135 })) })],
      hasLimits: false,
    });
    const client = github.connect();
    const { found } = await readPatiently(client);
    github.emulator.control.set({ constants: { graphqlCpu: { perNodeSeconds: 0.08 } } });

    const records = await completeThreads(client, await completePullRequests(client, found));

    expect(records.every(({ reviews }) => reviews.isComplete && reviews.items.length === 135)).toBe(true);
    expect(
      records.every(({ reviewThreads }) => reviewThreads.items.every(({ comments }) => comments.isComplete)),
    ).toBe(true);
  });

  test('is asked once more for one object alone, before a list of it is marked', async () => {
    const github = await startGitHub({ sources: [craftRepository({ pulls: 1 })], hasLimits: false });
    const client = github.connect();
    const [repository] = await listOrganisationRepositories(client, 'acme', { atMost: 1 });
    const read = () => readPullRequestsPage(client, { repositoryNodeId: repository!.nodeId, pageSize: 1 });
    const failing = { kind: 'field', field: 'PullRequest.labels', type: 'INTERNAL' } as const;
    github.emulator.control.addFault({ ...failing, times: 1 });
    const once = await read();
    github.emulator.control.addFault({ ...failing, times: 2 });
    const twice = await read();

    expect(once.pullRequests[0]?.labels).toMatchObject({ isComplete: true });
    expect(twice.pullRequests[0]?.labels).toMatchObject({ isComplete: false, unavailableReason: 'cut-off' });
  });

  test('fails for one object alone, unless whoever asks gives up on it: then what is there is kept and marked', async () => {
    const github = await startGitHub({
      sources: [craftRepository({ pulls: [{ reviews: 190 }] })],
      hasLimits: false,
    });
    const client = github.connect();
    const { found } = await readPatiently(client);
    github.emulator.control.set({ constants: { graphqlCpu: { perNodeSeconds: 5 } } });

    await expect(completePullRequests(client, found)).rejects.toMatchObject({ kind: 'timeout' });
    const [record] = await completePullRequests(client, found, { giveUp: true });

    expect(record?.reviews).toMatchObject({
      total: undefined,
      isComplete: false,
      unavailableReason: 'cut-off',
    });
    expect(record?.reviews.items.length).toBeGreaterThan(80);
  });
});
