import type { DataKind } from './sync-fields.ts';

/** What is read of pull requests, as pages and tables name it. */
export const dataNames: Readonly<Record<DataKind, string>> = {
  'pull-requests': 'Pull requests',
  reviews: 'Reviews',
  comments: 'Comments',
  commits: 'Commits',
  files: 'Files',
  events: 'Events',
  details: 'Labels, assignees, links',
};
