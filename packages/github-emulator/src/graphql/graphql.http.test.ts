import { describe, expect, test } from 'vitest';
import { startTestEmulator } from '../testing/start-test-emulator.ts';

const pullRequest = `
  id fullDatabaseId number title body state isDraft createdAt updatedAt mergedAt closedAt
  additions deletions changedFiles baseRefName headRefName headRefOid isCrossRepository url
  author { __typename login ... on User { databaseId } ... on Bot { databaseId } }
  mergedBy { login } mergeCommit { oid } headRepository { nameWithOwner }
  reviews(first: 10) { totalCount pageInfo { hasNextPage endCursor } nodes { id fullDatabaseId state body submittedAt author { login } commit { oid } comments(first: 5) { totalCount } } }
  reviewThreads(first: 10) { totalCount nodes { id isResolved isOutdated path line resolvedBy { login }
    comments(first: 10) { totalCount nodes { id createdAt author { login } replyTo { id } pullRequestReview { id } } } } }
  comments(first: 10) { totalCount nodes { id body createdAt author { __typename login } } }
  commits(first: 10) { totalCount nodes { commit { oid message additions deletions committedDate author { name email date user { login } } authors(first: 5) { totalCount nodes { name user { login } } } } } }
  labels(first: 10) { totalCount nodes { name color } }
  assignees(first: 10) { nodes { login } }
  reviewRequests(first: 10) { nodes { requestedReviewer { __typename ... on User { login } ... on Team { slug } } } }
  closingIssuesReferences(first: 10) { totalCount nodes { number title state repository { nameWithOwner } } }
`;

async function ask(number: number, selection: string) {
  const emulator = await startTestEmulator();
  const { body } = await emulator.query(
    `query One($number: Int!) { repository(owner: "acme", name: "api") { pullRequest(number: $number) { ${selection} } } }`,
    { variables: { number } },
  );
  return { emulator, errors: body.errors, pull: body.data?.repository?.pullRequest };
}

describe('a pull request', () => {
  test('answers everything that hangs on it', async () => {
    const { errors, pull } = await ask(
      1,
      `${pullRequest} files(first: 10) { totalCount nodes { path additions changeType } }`,
    );

    expect(errors).toBeUndefined();
    expect(pull).toMatchObject({
      number: 1,
      title: 'Add the cache',
      state: 'MERGED',
      author: { __typename: 'User', login: 'bob' },
      headRepository: { nameWithOwner: 'acme/api' },
      reviews: { totalCount: 2, nodes: [{ author: { login: 'ada' } }, { state: 'APPROVED' }] },
      reviewThreads: {
        totalCount: 2,
        nodes: [
          { isResolved: true, resolvedBy: { login: 'bob' } },
          { isOutdated: true, line: null },
        ],
      },
      comments: { nodes: [{ author: { __typename: 'Bot', login: 'dependabot' } }, { author: null }] },
      commits: {
        nodes: [
          { commit: { additions: 10, author: { user: { login: 'bob' } }, authors: { totalCount: 2 } } },
          { commit: { author: { name: 'Nobody', email: 'nobody@example.org', user: null } } },
        ],
      },
      files: { totalCount: 2, nodes: [{ path: 'a b/ü.go' }, { path: 'new.go', changeType: 'RENAMED' }] },
      labels: { nodes: [{ name: 'bug' }, { name: 'urgent' }] },
      reviewRequests: {
        nodes: [{ requestedReviewer: { login: 'cyd' } }, { requestedReviewer: { slug: 'core' } }],
      },
      closingIssuesReferences: { nodes: [{ number: 100, repository: { nameWithOwner: 'acme/api' } }] },
    });
    const [first, second] = pull.reviewThreads.nodes[0].comments.nodes;
    expect([first.replyTo, second.replyTo.id]).toEqual([null, first.id]);
    expect(pull.fullDatabaseId).toMatch(/^\d+$/);
  });

  test('the ghost, a deleted head and commits that are gone are null and empty; unknown sizes are 0', async () => {
    const { errors, pull } = await ask(2, pullRequest);

    expect(errors).toBeUndefined();
    expect(pull).toMatchObject({
      author: null,
      headRepository: null,
      isCrossRepository: true,
      additions: 0,
      changedFiles: 0,
      commits: { totalCount: 0, nodes: [] },
    });
  });

  test('files that are unavailable are FORBIDDEN, and the rest is answered', async () => {
    const { errors, pull } = await ask(2, 'number files(first: 1) { nodes { path } }');

    expect(pull).toEqual({ number: 2, files: null });
    expect(errors).toMatchObject([{ type: 'FORBIDDEN', path: ['repository', 'pullRequest', 'files'] }]);
  });

  test('a bot has no [bot] here', async () => {
    const { pull } = await ask(3, 'author { __typename login }');

    expect(pull).toEqual({ author: { __typename: 'Bot', login: 'dependabot' } });
  });

  test('a fork that is not in the world answers who it is', async () => {
    const { errors, pull } = await ask(4, 'headRepository { id nameWithOwner isFork owner { login } }');

    expect(errors).toBeUndefined();
    expect(pull.headRepository).toMatchObject({ isFork: true, owner: { login: 'cyd' } });
  });

  test('timeline items: by type, since, skipped, with their counts', async () => {
    const { pull } = await ask(
      1,
      `all: timelineItems(first: 100) { totalCount filteredCount nodes { __typename } }
       some: timelineItems(first: 1, skip: 1, itemTypes: [LABELED_EVENT, MERGED_EVENT, PULL_REQUEST_REVIEW]) { filteredCount pageCount nodes { __typename } pageInfo { hasPreviousPage hasNextPage } }
       none: timelineItems(first: 1, since: "2030-01-01T00:00:00Z") { filteredCount nodes { __typename } }
       renamed: timelineItems(first: 1, itemTypes: [RENAMED_TITLE_EVENT]) { nodes { ... on RenamedTitleEvent { previousTitle currentTitle actor { login } } } }`,
    );

    const types = pull.all.nodes.map((node: { __typename: string }) => node.__typename);
    expect(new Set(types)).toEqual(
      new Set([
        'PullRequestCommit',
        'PullRequestReview',
        'PullRequestReviewThread',
        'IssueComment',
        'ReviewRequestedEvent',
        'LabeledEvent',
        'RenamedTitleEvent',
        'HeadRefForcePushedEvent',
        'ReadyForReviewEvent',
        'AssignedEvent',
        'ReviewDismissedEvent',
        'MergedEvent',
        'ClosedEvent',
      ]),
    );
    expect(pull.all.filteredCount).toBe(types.length);
    expect(pull.some).toMatchObject({ filteredCount: 4, pageCount: 1, pageInfo: { hasNextPage: true } });
    expect(pull.none).toEqual({ filteredCount: 0, nodes: [] });
    expect(pull.renamed.nodes).toEqual([
      { previousTitle: 'Add', currentTitle: 'Add the cache', actor: { login: 'bob' } },
    ]);
  });
});

describe('pages', () => {
  const list = (args: string) =>
    `{ repository(owner: "acme", name: "api") { pullRequests(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { number } } } }`;

  async function page(args: string) {
    const emulator = await startTestEmulator();
    const { body } = await emulator.query(list(args));
    const connection = body.data.repository.pullRequests;
    return { ...connection, numbers: connection.nodes.map(({ number }: { number: number }) => number) };
  }

  test.each([
    ['first: 10', [1, 2, 3, 4]],
    ['last: 2', [3, 4]],
    ['first: 2, orderBy: {field: CREATED_AT, direction: DESC}', [4, 3]],
    ['last: 1, orderBy: {field: CREATED_AT, direction: DESC}', [1]],
    ['first: 9, states: [OPEN]', [3]],
    ['first: 9, states: [OPEN, CLOSED]', [3, 4]],
    ['first: 9, labels: ["urgent"]', [1]],
    ['first: 9, baseRefName: "nowhere"', []],
  ])('pullRequests(%s)', async (args, numbers) => {
    expect((await page(args)).numbers).toEqual(numbers);
  });

  test.each(['CREATED_AT', 'UPDATED_AT'])('a walk by cursor meets everything once, by %s', async (field) => {
    const order = `orderBy: {field: ${field}, direction: DESC}`;
    const met: number[] = [];

    let after = '';
    for (let pages = 0; pages < 4; pages += 1) {
      const { numbers, pageInfo, totalCount } = await page(`first: 1, ${order}${after}`);
      met.push(...numbers);
      expect([totalCount, pageInfo.hasNextPage]).toEqual([4, pages < 3]);
      after = `, after: "${pageInfo.endCursor}"`;
    }

    expect(met.toSorted((left, right) => left - right)).toEqual([1, 2, 3, 4]);
  });

  test('a walk backwards goes the other way', async () => {
    const last = await page('last: 2');
    const before = await page(`last: 2, before: "${last.pageInfo.startCursor}"`);

    expect(before.numbers).toEqual([1, 2]);
    expect(before.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  test('a cursor of another order, or made up, is refused', async () => {
    const emulator = await startTestEmulator();
    const { pageInfo } = await page('first: 1');

    for (const cursor of [pageInfo.endCursor, 'Zm9v']) {
      const { body } = await emulator.query(
        list(`first: 1, after: "${cursor}", orderBy: {field: UPDATED_AT, direction: ASC}`),
      );
      expect(body.errors).toMatchObject([{ type: 'INVALID_CURSOR_ARGUMENTS' }]);
    }
  });
});

describe('entry points', () => {
  test('organisation, its members with roles, its repositories', async () => {
    const emulator = await startTestEmulator();

    const { body } = await emulator.query(`{
      viewer { login organizations(first: 5) { nodes { login } } }
      organization(login: "ACME") { login viewerCanAdminister
        membersWithRole(first: 10) { totalCount edges { role node { login } } }
        repositories(first: 10, orderBy: {field: NAME, direction: ASC}) { totalCount nodes { name isPrivate visibility } } }
      repositoryOwner(login: "acme") { __typename }
      user(login: "bob") { name }
      search(type: USER, query: "bob in:login", first: 5) { userCount nodes { ... on User { login } } }
    }`);

    expect(body.errors).toBeUndefined();
    expect(body.data).toMatchObject({
      viewer: { login: 'ada', organizations: { nodes: [{ login: 'acme' }] } },
      organization: {
        viewerCanAdminister: true,
        membersWithRole: {
          totalCount: 3,
          edges: [{ role: 'ADMIN', node: { login: 'ada' } }, { role: 'MEMBER' }, { role: 'MEMBER' }],
        },
        repositories: {
          nodes: [{ name: 'api', isPrivate: true }, { name: 'tools' }, { name: 'web', visibility: 'PUBLIC' }],
        },
      },
      repositoryOwner: { __typename: 'Organization' },
      user: { name: 'Bob' },
      search: { userCount: 1, nodes: [{ login: 'bob' }] },
    });
  });

  test('node ids lead back to everything that has one', async () => {
    const emulator = await startTestEmulator();
    const { body } =
      await emulator.query(`{ organization(login: "acme") { id } repository(owner: "acme", name: "api") { id
      labels(first: 1) { nodes { id } } issue(number: 100) { id comments(first: 1) { nodes { id } } }
      pullRequest(number: 1) { id author { ... on User { id } } reviews(first: 1) { nodes { id } } comments(first: 1) { nodes { id } }
        reviewThreads(first: 1) { nodes { id comments(first: 1) { nodes { id } } } } commits(first: 1) { nodes { commit { id } } }
        timelineItems(first: 1, itemTypes: [LABELED_EVENT]) { nodes { ... on LabeledEvent { id } } } } } }`);
    const ids = [...JSON.stringify(body.data).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1]!);

    const again = await emulator.query('query N($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      variables: { ids },
    });

    expect(again.body.errors).toBeUndefined();
    expect(again.body.data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(again.body.data.nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
      'Organization',
      'Repository',
      'Label',
      'Issue',
      'IssueComment',
      'PullRequest',
      'User',
      'PullRequestReview',
      'IssueComment',
      'PullRequestReviewThread',
      'PullRequestReviewComment',
      'Commit',
      'LabeledEvent',
    ]);
  });

  test('private nodes do not exist for who may not see them', async () => {
    const emulator = await startTestEmulator();
    const eve = emulator.control.addToken({ kind: 'classic', login: 'eve' }).value;
    const { body } = await emulator.query('{ repository(owner: "acme", name: "api") { id } }');
    const { id } = body.data.repository;

    const answers = [
      await emulator.query(`{ node(id: "${id}") { id } }`, { token: eve }),
      await emulator.query('{ repository(owner: "acme", name: "api") { id } }', { token: eve }),
      await emulator.query('{ organization(login: "acme") { repository(name: "api") { id } } }', {
        token: eve,
      }),
    ];

    expect(answers.map((answer) => answer.body.errors?.[0].type)).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      undefined,
    ]);
    expect(answers[2]!.body.data.organization.repository).toBeNull();
  });

  test('a renamed repository is found under its old name, unless renames are not followed', async () => {
    const emulator = await startTestEmulator();

    const { body } = await emulator.query(`{
      old: repository(owner: "acme", name: "old-tools") { nameWithOwner }
      strict: repository(owner: "acme", name: "old-tools", followRenames: false) { nameWithOwner } }`);

    expect(body.data).toEqual({ old: { nameWithOwner: 'acme/tools' }, strict: null });
    expect(body.errors).toMatchObject([{ type: 'NOT_FOUND', path: ['strict'] }]);
  });
});
