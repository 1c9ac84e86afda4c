import type { DataKind } from '@throughline/contract';

/** A list of a pull request, as `v_pull_request_part` names it. */
export type CountedPart =
  | 'reviews'
  | 'comments'
  | 'review-comments'
  | 'threads'
  | 'commits'
  | 'files'
  | 'events'
  | 'labels'
  | 'assignees'
  | 'review-requests'
  | 'closing-issues';

/** The kind of data that each list belongs to. */
export const kindOfPart = {
  reviews: 'reviews',
  comments: 'comments',
  'review-comments': 'comments',
  threads: 'comments',
  commits: 'commits',
  files: 'files',
  events: 'events',
  labels: 'details',
  assignees: 'details',
  'review-requests': 'details',
  'closing-issues': 'details',
} as const satisfies Record<CountedPart, Exclude<DataKind, 'pull-requests'>>;

/** The lists that make up a kind of data. */
export const partsOfKind = (kind: DataKind): readonly string[] =>
  Object.entries(kindOfPart)
    .filter(([, of]) => of === kind)
    .map(([part]) => part);
