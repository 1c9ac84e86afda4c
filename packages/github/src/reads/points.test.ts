import { readFileSync } from 'node:fs';
import { schema as official } from '@octokit/graphql-schema';
import { buildSchema, type GraphQLSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type Operation, toPoints } from '../graphql/operation.ts';
import { organisationStanding } from '../inspect-token/look-at-organisation.ts';
import { permissionProbe } from '../inspect-token/probe-permissions.ts';
import { countRequests } from '../testing/count-requests.ts';
import { accountSearch } from './find-accounts.ts';
import { organisationMembersOperation } from './list-organisation-members.ts';
import { organisationRepositories } from './list-organisation-repositories.ts';
import { organisationTeams, teamMembers } from './list-organisation-teams.ts';
import { toPlaceVariables } from './part-place.ts';
import { pullRequestsPeek } from './peek-pull-requests.ts';
import { accountsByIds } from './read-accounts.ts';
import { pullRequestFilesOn } from './read-files-on.ts';
import { pullRequestsByNumber, toNumberVariables } from './read-numbered-pull-requests.ts';
import { pullRequestParts } from './read-parts.ts';
import { pullRequestFiles } from './read-pull-request-files.ts';
import { pullRequestsByIds } from './read-pull-requests.ts';
import { pullRequestsPage } from './read-pull-requests-page.ts';
import { pullRequestTimelines } from './read-timelines.ts';
import { repositorySweep } from './sweep-repositories.ts';

type AnyOperation = Operation<Readonly<Record<string, unknown>>, unknown>;

/** A question with its variables, and the points it is known to cost. */
const questions: readonly (readonly [AnyOperation, Readonly<Record<string, unknown>>, number])[] = [
  [pullRequestsPage as AnyOperation, { repository: 'R', first: 1, after: null, withSets: true }, 1],
  [pullRequestsPage as AnyOperation, { repository: 'R', first: 29, after: null, withSets: true }, 1],
  [pullRequestsPage as AnyOperation, { repository: 'R', first: 30, after: null, withSets: true }, 2],
  [pullRequestsPage as AnyOperation, { repository: 'R', first: 100, after: null, withSets: true }, 5],
  [pullRequestsPage as AnyOperation, { repository: 'R', first: 74, after: null, withSets: false }, 1],
  [pullRequestsByIds as AnyOperation, { ids: ids(29), withSets: true }, 1],
  [pullRequestsByNumber as AnyOperation, toNumberVariables('R', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 1],
  [pullRequestsPeek as AnyOperation, { repository: 'R', first: 100, after: null }, 1],
  [pullRequestFiles as AnyOperation, { ids: ids(10) }, 1],
  [pullRequestFiles as AnyOperation, { ids: ids(100) }, 1],
  [pullRequestParts as AnyOperation, { ...only('threadComments'), ids: ids(100), after: null }, 1],
  [pullRequestParts as AnyOperation, { ...only('labels'), ids: ids(100), after: null }, 1],
  [
    pullRequestFilesOn as AnyOperation,
    toPlaceVariables(ids(10).map((nodeId) => ({ nodeId, after: undefined }))),
    1,
  ],
  [
    pullRequestTimelines as AnyOperation,
    toPlaceVariables(ids(10).map((nodeId) => ({ nodeId, after: 'Y' }))),
    1,
  ],
  [repositorySweep as AnyOperation, { login: 'acme', ids: ids(100), more: ids(48) }, 1],
  [organisationRepositories as AnyOperation, { login: 'acme', first: 100, after: null, withTotals: true }, 1],
  [organisationMembersOperation as AnyOperation, { login: 'acme', after: undefined }, 1],
  [organisationTeams as AnyOperation, { login: 'acme', after: undefined }, 1],
  [teamMembers as AnyOperation, { id: 'T', after: undefined }, 1],
  [accountSearch as AnyOperation, { login: 'ada', search: 'ada', isLogin: true }, 1],
  [accountsByIds as AnyOperation, { ids: ids(100) }, 1],
  [permissionProbe as AnyOperation, { login: 'acme' }, 1],
  [organisationStanding as AnyOperation, { login: 'acme' }, 1],
];

describe('the cost of a question', () => {
  test.each(questions.map((question) => [question[0].name, ...question] as const))(
    '%s',
    (_name, operation, variables, points) => {
      expect(toPoints(operation.requests(variables))).toBe(points);
      expect(toPoints(countRequests(operation.text, variables))).toBe(points);
    },
  );

  test.each([
    [5101, 51],
    [149, 1],
    [150, 2],
    [0, 1],
  ])('of %i requests is %i points', (requests, points) => {
    expect(toPoints(requests)).toBe(points);
  });

  test('of a thousand pull requests is 14 points, and their files 14 more', () => {
    const pages =
      14 * toPoints(pullRequestsPage.requests({ repository: 'R', first: 74, after: null, withSets: false }));
    const files = 14 * toPoints(pullRequestFiles.requests({ ids: ids(75), after: null }));

    expect(pages + files).toBe(28);
  });
});

const newerPath = process.env['THROUGHLINE_GITHUB_SCHEMA'];
const schemas: readonly (readonly [string, () => GraphQLSchema])[] = [
  ['the official schema', () => buildSchema(official.idl, { assumeValid: true })],
  [
    'the schema named by THROUGHLINE_GITHUB_SCHEMA',
    () => buildSchema(readFileSync(newerPath ?? '', 'utf8'), { assumeValid: true }),
  ],
];

describe.each(schemas)('%s', (name, build) => {
  test.skipIf(name.includes('THROUGHLINE') && newerPath === undefined)('knows every question', () => {
    const schema = build();

    for (const operation of new Set(questions.map(([one]) => one))) {
      expect(validate(schema, parse(operation.text)), operation.name).toEqual([]);
    }
  });
});

function ids(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `PR_${index}`);
}

function only(part: string): Readonly<Record<string, boolean>> {
  const parts = ['labels', 'assignees', 'reviewRequests', 'closingIssues', 'threadComments'];
  return Object.fromEntries(parts.map((name) => [name, name === part]));
}
