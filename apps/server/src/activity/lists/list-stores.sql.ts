import type { ListPart } from '../facts.ts';
import { assignees } from './assignees.sql.ts';
import { closingIssues } from './closing-issues.sql.ts';
import { comments } from './comments.sql.ts';
import { commits } from './commits.sql.ts';
import { files } from './files.sql.ts';
import { labels } from './labels.sql.ts';
import type { ListStore } from './list-store.ts';
import { reviewComments } from './review-comments.sql.ts';
import { reviewRequests } from './review-requests.sql.ts';
import { reviews } from './reviews.sql.ts';
import { threads } from './threads.sql.ts';

export const listStores: Readonly<Record<ListPart, ListStore>> = {
  labels,
  assignees,
  'review-requests': reviewRequests,
  reviews,
  threads,
  'review-comments': reviewComments,
  comments,
  commits,
  files,
  'closing-issues': closingIssues,
};
