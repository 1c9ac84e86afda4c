import type { ListPart } from './facts.ts';

/** The parts whose lists `mergePullRequest` merges one by one. */
export const listParts = [
  'labels',
  'assignees',
  'review-requests',
  'reviews',
  'threads',
  'review-comments',
  'comments',
  'commits',
  'files',
  'closing-issues',
] as const satisfies readonly ListPart[];
