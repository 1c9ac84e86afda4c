import { type Operation, toPoints } from '../graphql/operation.ts';
import { organisationRepositories } from './list-organisation-repositories.ts';
import { mostPlaces, toPlaceVariables } from './part-place.ts';
import { pullRequestFilesOn } from './read-files-on.ts';
import { pullRequestParts } from './read-parts.ts';
import { pullRequestFiles } from './read-pull-request-files.ts';
import { pullRequestsPage } from './read-pull-requests-page.ts';
import { pullRequestTimelines } from './read-timelines.ts';

/**
 * Points that one question costs, before it is asked: by what each operation declares of itself, for so many pull requests,
 * lists, objects or repositories.
 */
export const questionPoints = {
  page: (pullRequests: number, { withSets }: { readonly withSets: boolean }): number =>
    toCost(pullRequestsPage, { repository: '', first: pullRequests, after: null, withSets }),
  files: (pullRequests: number): number => toCost(pullRequestFiles, { ids: toIds(pullRequests) }),
  filesOn: (lists: number): number => toCost(pullRequestFilesOn, toPlaces(lists)),
  timelines: (lists: number): number => toCost(pullRequestTimelines, toPlaces(lists)),
  parts: (objects: number): number => toCost(pullRequestParts, { ids: toIds(objects) }),
  repositories: (first: number): number =>
    toCost(organisationRepositories, { login: '', first, after: null, withTotals: true }),
} as const;

/** Objects that one question names at most, and entries of a list that one answer holds at most. */
export const questionSizes = { ids: 100, places: mostPlaces, entries: 100 } as const;

const toCost = <Variables extends Readonly<Record<string, unknown>>>(
  { requests }: Pick<Operation<Variables, unknown>, 'requests'>,
  variables: Variables,
): number => toPoints(requests(variables));

const toIds = (count: number): readonly string[] => Array.from({ length: count }, String);

const toPlaces = (count: number) =>
  toPlaceVariables(toIds(count).map((nodeId) => ({ nodeId, after: undefined })));
