import { craftRepository } from '@throughline/github-emulator';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GitHubFailure } from '../github-failure.ts';
import { json, startAnswering } from '../testing/start-answering.ts';
import { startGitHub } from '../testing/start-github.ts';
import { listOrganisationRepositories } from './list-organisation-repositories.ts';
import { pullRequestsPage, readPullRequestsPage } from './read-pull-requests-page.ts';

const request = { repositoryNodeId: 'R_1', pageSize: 25 };

/** A good answer for three pull requests, as text to be changed; asked for once. */
let good: Promise<string> | undefined;
const getGood = (): Promise<string> => {
  good ??= askForGood();
  return good;
};

async function askForGood(): Promise<string> {
  const pulls = [
    { reviews: 2, threads: 1, comments: 1, labels: ['bug'], assignees: ['bob'] },
    { reviews: 1 },
    {},
  ];
  const github = await startGitHub({ sources: [craftRepository({ pulls })] });
  const client = github.connect();
  const [repository] = await listOrganisationRepositories(client, 'acme');
  const answer = await client.postGraphql({
    query: pullRequestsPage.text,
    variables: { repository: repository!.nodeId, first: 25, after: null, withSets: true },
    points: 1,
  });
  return JSON.stringify(answer.data);
}

/** An answer that is changed at will. */
type Loose = ReturnType<typeof JSON.parse>;

const read = async (change: (data: Loose) => void, errors?: unknown) => {
  const data: Loose = JSON.parse(await getGood());
  change(data);
  const server = await startAnswering(json(errors === undefined ? { data } : { data, errors }));
  return readPullRequestsPage(server.connect(), request);
};

const at = ['node', 'pullRequests', 'nodes'];

const findReview = async (): Promise<number> =>
  JSON.parse(await getGood()).node.pullRequests.nodes[0].timelineItems.nodes.findIndex(
    (one: Loose) => one.__typename === 'PullRequestReview',
  );

describe('a page with gaps', () => {
  test('keeps the pull requests beside one that GitHub withheld', async () => {
    const page = await read(
      (data) => {
        data.node.pullRequests.nodes[1] = null;
      },
      [{ type: 'FORBIDDEN', message: 'Resource not accessible', path: [...at, 1] }],
    );

    expect(page.pullRequests).toHaveLength(2);
    expect(page.unreadable).toMatchObject([
      { position: 1, reason: 'forbidden', detail: 'Resource not accessible' },
    ]);
  });

  test('keeps the rest of a pull request of which one list was withheld, and says why', async () => {
    const page = await read(
      (data) => {
        data.node.pullRequests.nodes[0].closingIssuesReferences = null;
        data.node.pullRequests.nodes[0].timelineItems.nodes[0] = null;
      },
      [
        { type: 'FORBIDDEN', message: 'no', path: [...at, 0, 'closingIssuesReferences'] },
        { type: 'NOT_FOUND', message: 'no', path: [...at, 0, 'timelineItems', 'nodes', 0] },
      ],
    );

    const [record] = page.pullRequests;
    expect(record?.closingIssues).toEqual({
      items: [],
      total: undefined,
      isComplete: false,
      unavailableReason: 'forbidden',
    });
    expect(record?.reviews).toMatchObject({ isComplete: false, unavailableReason: 'gone' });
    expect(record?.labels.isComplete).toBe(true);
    expect(page.pullRequests[1]?.reviews.isComplete).toBe(true);
  });

  test('takes nobody for an author who was only not told, and believes an invisible head repository', async () => {
    const page = await read(
      (data) => {
        data.node.pullRequests.nodes[0].author = null;
        data.node.pullRequests.nodes[1].headRepository = null;
        data.node.pullRequests.nodes[2].author = null;
      },
      [
        { type: 'NOT_FOUND', message: 'not found', path: [...at, 0, 'author'] },
        { type: 'FORBIDDEN', message: 'no', path: [...at, 1, 'headRepository'] },
      ],
    );

    expect(page.unreadable).toMatchObject([{ position: 0, reason: 'unreadable', detail: 'not found' }]);
    expect(page.pullRequests).toHaveLength(2);
  });

  test('keeps a merged pull request whose merge commit this token may not read, and says that it is not known', async () => {
    const page = await read(
      (data) => {
        data.node.pullRequests.nodes[0].mergeCommit = null;
        data.node.pullRequests.nodes[1].mergeCommit = null;
      },
      [
        { type: 'FORBIDDEN', message: 'Resource not accessible', path: [...at, 0, 'mergeCommit'] },
        { message: 'Something went wrong', type: 'NOT_FOUND', path: [...at, 1, 'mergeCommit'] },
      ],
    );

    expect(page.pullRequests.map(({ number, untold }) => [number, untold])).toEqual([
      [3, [{ field: 'mergeCommit', reason: 'forbidden' }]],
      [1, []],
    ]);
    expect(page.pullRequests[0]).toMatchObject({ state: 'merged', mergeCommitOid: undefined });
    expect(page.unreadable).toMatchObject([{ position: 1, number: 2, reason: 'unreadable' }]);
  });

  test('takes nobody for the author of a review that was only not told', async () => {
    const place = await findReview();
    const page = await read(
      (data) => {
        data.node.pullRequests.nodes[0].timelineItems.nodes[place].author = null;
      },
      [{ type: 'FORBIDDEN', message: 'no', path: [...at, 0, 'timelineItems', 'nodes', place, 'author'] }],
    );

    const [record] = page.pullRequests;
    expect(record?.reviews).toMatchObject({ isComplete: false, unavailableReason: 'forbidden' });
    expect(record?.reviews.items).toHaveLength(1);
    expect(record?.comments.isComplete).toBe(true);
  });

  test('that GitHub cut off is refused, so that less is asked, but for a page of one', async () => {
    const data = JSON.parse(await getGood());
    data.node.pullRequests.nodes[0].timelineItems = null;
    const errors = [{ type: 'RESOURCE_LIMITS_EXCEEDED', message: '', path: [...at, 0, 'timelineItems'] }];
    const server = await startAnswering(json({ data, errors }));

    await expect(readPullRequestsPage(server.connect(), request)).rejects.toMatchObject({
      kind: 'resource-limit',
    });
    const page = await readPullRequestsPage(server.connect(), { ...request, pageSize: 1 });

    expect(page.pullRequests[0]?.commits).toMatchObject({ isComplete: false, unavailableReason: 'cut-off' });
  });

  test('keeps the pull requests beside one of an unknown shape, with what was sent', async () => {
    const page = await read((data) => {
      data.node.pullRequests.nodes[2].createdAt = 'yesterday';
    });

    expect(page.pullRequests).toHaveLength(2);
    expect(page.unreadable).toMatchObject([
      {
        position: 2,
        number: 1,
        reason: 'unreadable',
        detail: expect.stringContaining('createdAt'),
        sample: { createdAt: 'yesterday' },
      },
    ]);
  });

  test('ignores events of kinds that nobody knows yet, and counts them', async () => {
    const page = await read((data) => {
      data.node.pullRequests.nodes[0].timelineItems.nodes.push({ __typename: 'EventOfTomorrow' });
    });

    expect(page.pullRequests[0]).toMatchObject({ ignoredEventTotal: 1, timeline: { isComplete: true } });
  });

  test('takes fields that nobody asked for', async () => {
    const page = await read((data) => {
      data.node.pullRequests.nodes[0].surprise = { deep: [1] };
    });

    expect(page.unreadable).toEqual([]);
  });

  test.each([
    ['without a list, though GitHub counts some', { nodes: null }],
    ['that goes on nobody knows where', { pageInfo: { hasNextPage: true, endCursor: null } }],
    ['that goes on where it began', { pageInfo: { hasNextPage: true, endCursor: 'Y' } }],
  ])('%s is no page: what it lacks would be gone past', async (_what, wrong) => {
    const data: Loose = JSON.parse(await getGood());
    Object.assign(data.node.pullRequests, wrong);
    const server = await startAnswering(json({ data }));

    const reading = readPullRequestsPage(server.connect(), { ...request, after: 'Y' });

    await expect(reading).rejects.toMatchObject({ kind: 'unreadable' });
  });

  test.each(['9007199254740993', '-1', 0, 1.5, null, {}])('refuses the id %j', async (id) => {
    const page = await read((data) => {
      data.node.pullRequests.nodes[0].fullDatabaseId = id;
    });

    expect(page.unreadable).toMatchObject([{ position: 0, reason: 'unreadable' }]);
  });
});

test('however an answer is spoilt, each pull request is read or named, and nothing else happens', async () => {
  const server = await startAnswering(json({}));
  const client = server.connect();
  const wrong = fc.constantFrom(null, 0, -1, 1.5, '', 'x', true, [], {}, [null], 1e30);

  await fc.assert(
    fc.asyncProperty(fc.nat(10_000), wrong, async (place, value) => {
      const data: Loose = JSON.parse(await getGood());
      spoil(data, place, value);
      server.answer(json({ data }));

      const outcome = await readPullRequestsPage(client, request).catch((error: unknown) => error);

      const listed = data.node?.pullRequests?.nodes;
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(GitHubFailure);
      } else if (Array.isArray(listed)) {
        const { pullRequests, unreadable } = outcome as Loose;
        expect(pullRequests.length + unreadable.length).toBe(listed.length);
      }
    }),
    { numRuns: 200 },
  );
});

/** Puts a value in the place of some node of a tree. */
function spoil(tree: Loose, place: number, value: unknown): void {
  const slots: [Loose, string][] = [];
  const collect = (node: Loose): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      slots.push([node, key]);
      collect(node[key]);
    }
  };
  collect(tree);
  const [parent, key] = slots[place % slots.length]!;
  parent[key] = value;
}
