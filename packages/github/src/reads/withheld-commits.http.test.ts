import { craftRepository } from '@throughline/github-emulator';
import { expect, test } from 'vitest';
import { startGitHub } from '../testing/start-github.ts';
import { completePullRequests } from './complete-pull-requests.ts';
import { listOrganisationRepositories } from './list-organisation-repositories.ts';
import { readPullRequestsPage } from './read-pull-requests-page.ts';

const pulls = [
  { commits: 3, reviews: 2, comments: 1, labels: ['bug'], events: [{ kind: 'HeadRefForcePushedEvent' }] },
  { state: 'OPEN', reviews: 1 },
] as const;

/** A page of pull requests, read with a fine-grained token of these permissions. */
async function readWith(permissions: Readonly<Record<string, 'read'>>) {
  const github = await startGitHub({
    sources: [craftRepository({ pulls })],
    token: { kind: 'fine-grained', login: 'ada', resourceOwner: 'acme', permissions },
  });
  const client = github.connect();
  const [repository] = await listOrganisationRepositories(client, 'acme');
  const page = await readPullRequestsPage(client, { repositoryNodeId: repository!.nodeId, pageSize: 25 });
  const records = await completePullRequests(client, page.pullRequests);
  return {
    page,
    merged: records.find(({ number }) => number === 1),
    open: records.find(({ number }) => number === 2),
  };
}

const withoutContents = { metadata: 'read', pull_requests: 'read', issues: 'read' } as const;

test('a token without contents reads pull requests, and what it is not told is not taken for empty', async () => {
  const { page, merged, open } = await readWith(withoutContents);

  expect(page.unreadable).toEqual([]);
  expect(merged).toMatchObject({
    state: 'merged',
    mergeCommitOid: undefined,
    untold: [{ field: 'mergeCommit', reason: 'forbidden' }],
    commits: { items: [], isComplete: false, unavailableReason: 'forbidden' },
  });
  expect(open).toMatchObject({ untold: [], commits: { unavailableReason: 'forbidden' } });
});

test('what such a token may read is whole: commits that are withheld are missing from their own list alone', async () => {
  const { merged } = await readWith(withoutContents);

  expect(merged).toMatchObject({
    reviews: { items: [{}, {}], total: 2, isComplete: true },
    comments: { items: [{}], total: 1, isComplete: true },
    reviewThreads: { isComplete: true },
    timeline: { isComplete: true },
    labels: { isComplete: true },
  });
});

test('a token with contents is told everything', async () => {
  const { merged } = await readWith({ ...withoutContents, contents: 'read' });

  expect(merged).toMatchObject({
    mergeCommitOid: expect.stringMatching(/^[0-9a-f]{40}$/),
    untold: [],
    commits: { total: 3, isComplete: true },
  });
});
