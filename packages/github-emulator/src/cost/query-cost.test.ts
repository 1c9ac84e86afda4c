import { type OperationDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../graphql/schema.ts';
import { countQuery } from './query-cost.ts';

function count(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  return countQuery(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
}

const published5101 = `{
  viewer { login repositories(first: 100) { edges { node { id
    issues(first: 50) { edges { node { id
      labels(first: 60) { edges { node { id name } } } } } } } } } }
}`;

const published550 = `{
  viewer { repositories(first: 50) { edges { repository: node { name
    issues(first: 10) { totalCount edges { node { title bodyHTML } } } } } } }
}`;

const published22060 = `{
  viewer {
    repositories(first: 50) { edges { repository: node { name
      pullRequests(first: 20) { edges { pullRequest: node { title
        comments(first: 10) { edges { comment: node { bodyHTML } } } } } }
      issues(first: 20) { totalCount edges { issue: node { title bodyHTML
        comments(first: 10) { edges { comment: node { bodyHTML } } } } } } } } }
    followers(first: 10) { edges { follower: node { login } } }
  }
}`;

test.each([
  ['5,101 requests are 51 points', published5101, { requests: 5_101, points: 51, possibleNodes: 305_100 }],
  ['550 nodes', published550, { requests: 51, points: 1, possibleNodes: 550 }],
  ['22,060 nodes', published22060, { requests: 2_102, points: 21, possibleNodes: 22_060 }],
])("GitHub's published example: %s", (_name, text, expected) => {
  expect(count(text)).toMatchObject({ ...expected, problems: [] });
});

const hydration = (pulls: number, threads: number) => `{
  repository(owner: "o", name: "r") { pullRequests(first: ${pulls}) { nodes {
    reviews(first: 20) { totalCount nodes { id } }
    reviewThreads(first: ${threads}) { nodes { comments(first: 20) { nodes { id } } } }
    comments(first: 20) { nodes { id } } commits(first: 50) { nodes { id } }
    files(first: 50) { nodes { path } } labels(first: 20) { nodes { id } }
    closingIssuesReferences(first: 10) { nodes { id } } timelineItems(first: 50) { totalCount }
  } } }
}`;

test.each([
  // 1 + 8 connections a pull request + one a thread: the documented 280 points a thousand.
  [100, 20, 28],
  [50, 20, 14],
  [25, 20, 7],
  [10, 20, 3],
  [100, 5, 13],
])('a page of %i pull requests with %i threads costs %i points', (pulls, threads, points) => {
  expect(count(hydration(pulls, threads)).points).toBe(points);
});

test.each([
  ['one connection', 1, '{ viewer { repositories(first: 100) { nodes { id } } } }'],
  ['no connection at all', 0, '{ viewer { login } }'],
  ['a count only', 1, '{ viewer { repositories { totalCount } } }'],
  [
    'the same connection twice under one name',
    1,
    `{ viewer { repositories(first: 2) { totalCount } } ...again }
    fragment again on Query { viewer { repositories(first: 2) { nodes { id } } } }`,
  ],
  [
    'two names',
    2,
    `{ viewer { a: repositories(first: 2) { totalCount } b: repositories(first: 2) { totalCount } } }`,
  ],
  ['what is skipped', 0, '{ viewer { repositories(first: 2) @skip(if: true) { totalCount } } }'],
  [
    'what is not included',
    0,
    `query ($is: Boolean!) { viewer { repositories(first: 2) @include(if: $is) { totalCount } } }`,
  ],
])('counts the requests of %s', (_name, requests, text) => {
  expect(count(text, { is: false }).requests).toBe(requests);
});

test('takes page sizes from variables', () => {
  const text =
    'query ($n: Int!) { viewer { repositories(first: $n) { nodes { issues(last: 5) { nodes { id } } } } } }';

  expect(count(text, { n: 30 })).toMatchObject({ requests: 31, possibleNodes: 180 });
});

test('each id of nodes() is a parent', () => {
  const text = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on PullRequest { files(first: 100) { nodes { path } } } } }`;
  const ids = Array.from({ length: 100 }, (_, index) => `PR_${index}`);

  expect(count(text, { ids })).toMatchObject({
    requests: 100,
    points: 1,
    possibleNodes: 10_100,
    problems: [],
  });
  expect(count(text, { ids: [...ids, 'x'] }).problems).toMatchObject([{ type: 'ARGUMENT_LIMIT' }]);
});

test.each([
  ['no bound', 'repositories { nodes { id } }', 'MISSING_PAGINATION_BOUNDARIES'],
  ['a bound of null', 'repositories(first: null) { nodes { id } }', 'MISSING_PAGINATION_BOUNDARIES'],
  ['pageInfo without a bound', 'repositories { pageInfo { endCursor } }', 'MISSING_PAGINATION_BOUNDARIES'],
  ['101', 'repositories(first: 101) { nodes { id } }', 'EXCESSIVE_PAGINATION'],
  ['101 backwards', 'repositories(last: 101) { nodes { id } }', 'EXCESSIVE_PAGINATION'],
  ['0', 'repositories(first: 0) { nodes { id } }', 'EXCESSIVE_PAGINATION'],
  ['both bounds', 'repositories(first: 1, last: 1) { nodes { id } }', 'INVALID_PAGINATION_BOUNDARIES'],
])('refuses %s', (_name, selection, type) => {
  expect(count(`{ viewer { ${selection} } }`).problems).toMatchObject([
    { type, path: ['viewer', 'repositories'], locations: [{ line: 1, column: 12 }] },
  ]);
});

test('half a point is rounded up', () => {
  const text = (parents: number) =>
    `{ viewer { repositories(first: ${parents}) { nodes { issues(first: 1) { totalCount } pullRequests(first: 1) { totalCount } } } } }`;

  expect([74, 75].map((parents) => count(text(parents)).points)).toEqual([1, 2]);
});
