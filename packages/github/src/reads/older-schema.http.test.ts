import { craftRepository } from '@throughline/github-emulator';
import { describe, expect, test } from 'vitest';
import { createHostSchema } from '../graphql/host-schema.ts';
import { optionalFields } from '../graphql/optional-fields.data.ts';
import { startGitHub } from '../testing/start-github.ts';
import { completePullRequests, completeThreads } from './complete-pull-requests.ts';
import { listOrganisationRepositories } from './list-organisation-repositories.ts';
import { readPullRequests } from './read-pull-requests.ts';
import { readPullRequestsPage } from './read-pull-requests-page.ts';

/** An Enterprise Server whose schema lacks some things, and one pull request with many labels and a thread on it. */
async function start(schemaWithout: readonly string[]) {
  const github = await startGitHub({
    shape: 'enterprise-server',
    schemaWithout,
    sources: [
      craftRepository({
        pulls: [
          {
            labels: Array.from({ length: 120 }, (_, at) => `label ${at}`),
            closingIssueNumbers: [9],
            threads: 1,
            events: [{ kind: 'AddedToMergeQueueEvent' }, { kind: 'ReadyForReviewEvent' }],
          },
        ],
        issues: [{ number: 9 }],
      }),
    ],
  });
  const client = github.connect();
  const [repository] = await listOrganisationRepositories(client, 'acme');
  const readPage = () => readPullRequestsPage(client, { repositoryNodeId: repository!.nodeId, pageSize: 25 });
  const countAsked = (operation: string): number =>
    github.emulator.control
      .bill()
      .lines.filter((line) => line.operation === operation)
      .reduce((sum, { count }) => sum + count, 0);
  return { github, client, readPage, countAsked };
}

const mergeQueue = [
  'AddedToMergeQueueEvent',
  'PullRequestTimelineItemsItemType.ADDED_TO_MERGE_QUEUE_EVENT',
  'PullRequest.isInMergeQueue',
];

describe('an older schema', () => {
  test('that lacks all that is optional is asked without, and what is missing for it is named', async () => {
    const { client, readPage, countAsked } = await start(optionalFields);

    const { pullRequests, unreadable } = await readPage();
    const [record] = await completeThreads(client, await completePullRequests(client, pullRequests));
    const again = await readPullRequests(client, [record!.nodeId]);

    expect(unreadable).toEqual([]);
    expect(client.schema.lacking).toEqual(optionalFields);
    expect(record!.closingIssues).toMatchObject({ isComplete: false, unavailableReason: 'not-offered' });
    expect(record!.isInMergeQueue).toBeUndefined();
    expect(record!.labels.items).toHaveLength(120);
    expect(record!.timeline).toMatchObject({ isComplete: true });
    expect(record!.reviewThreads.items[0]!.comments.isComplete).toBe(true);
    expect(again.pullRequests).toHaveLength(1);
    expect(countAsked('hostSchema')).toBe(1);
  });

  test('costs one refusal and one question for all clients of the host', async () => {
    const { github, readPage, countAsked, client } = await start(mergeQueue);
    await readPage();
    const schema = createHostSchema();
    const ask = async (query: string) => (await client.postGraphql({ query, variables: {}, points: 1 })).data;
    await schema.learn(ask, '3.19.0');
    await schema.learn(ask, '3.19.0');
    const asked = countAsked('hostSchema');
    await schema.learn(ask, '3.20.0');

    expect(github.connect({ schema }).schema.lacking).toEqual([
      'PullRequest.isInMergeQueue',
      'AddedToMergeQueueEvent',
      'PullRequestTimelineItemsItemType.ADDED_TO_MERGE_QUEUE_EVENT',
    ]);
    expect(asked).toBe(2);
    expect(countAsked('hostSchema')).toBe(3);
  });

  test('that lacks what reading needs is a failure of its own that names it', async () => {
    const { readPage } = await start(['PullRequest.fullDatabaseId']);

    await expect(readPage()).rejects.toMatchObject({
      kind: 'schema-lacks-field',
      lacks: 'PullRequest.fullDatabaseId',
      message: expect.stringContaining('It lacks PullRequest.fullDatabaseId.'),
    });
  });
});
