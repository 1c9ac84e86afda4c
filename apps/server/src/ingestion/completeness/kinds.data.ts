import type { DataKind } from '@throughline/contract';
import type { FieldPart } from '../../activity/index.ts';

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

/** What may be missing of a pull request: a list, or a field of its own. */
export type GapPart = CountedPart | FieldPart;

/** The kind of data that each of them belongs to. */
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
  author: 'details',
  'merged-by': 'details',
  'merge-commit': 'commits',
  'review-decision': 'reviews',
  'head-repository': 'details',
} as const satisfies Record<GapPart, Exclude<DataKind, 'pull-requests'>>;

/** The lists that make up a kind of data. */
export const partsOfKind = (kind: DataKind): readonly string[] =>
  Object.entries(kindOfPart)
    .filter(([, of]) => of === kind)
    .map(([part]) => part);
