import * as z from 'zod';
import { figure } from './briefs.ts';
import { id, instant } from './fields.ts';
import { defineRoute } from './route.ts';
import { dataHeld } from './sync-fields.ts';

/** How far the reading of a repository is; for administrators alone, who may know why. */
const repositoryReading = z.enum([
  'complete',
  'reading',
  'waiting',
  'failed',
  'paused',
  'not-read',
  'switched-off',
  'ended',
]);
export type RepositoryReading = z.output<typeof repositoryReading>;

export const repositoryRow = z.object({
  repositoryId: id,
  hostName: z.string(),
  fullName: z.string(),
  /** Our page about it. */
  path: z.string(),
  visibility: z.enum(['public', 'private', 'internal']),
  isArchived: z.boolean(),
  isDemo: z.boolean(),
  /** Open now, drafts included. */
  openNow: z.number().int(),
  /** Merged within the last seven days of the workspace's zone, today included. */
  mergedLately: z.number().int(),
  /** False where it was not chosen to be read, so that nothing of it is here. */
  isRead: z.boolean(),
  /** How much of its pull requests is here. */
  held: dataHeld,
  pushedAt: instant.optional(),
  /** Absent for all but administrators. */
  reading: repositoryReading.optional(),
});
export type RepositoryRow = z.output<typeof repositoryRow>;

export const listRepositoryRows = defineRoute({
  id: 'listRepositoryRows',
  method: 'GET',
  path: '/api/repository-rows',
  policy: 'signed-in',
  summary:
    'The repositories the caller may see, by name, 50 at a time, with what is open and how much is here.',
  query: z.strictObject({ q: z.string().max(250).optional(), after: z.string().max(400).optional() }),
  answer: z.object({
    repositories: z.array(repositoryRow),
    /** How many match in all. */
    total: z.number().int(),
    next: z.string().optional(),
  }),
});

export const repositoryPage = repositoryRow.extend({
  /** At GitHub; absent for the demo, which has no pages. */
  url: z.string().optional(),
  isFork: z.boolean(),
  defaultBranch: z.string().optional(),
  open: figure,
  merged: figure,
  /** How much is here of each kind of data that is read. */
  data: z.array(dataHeld),
});
export type RepositoryPage = z.output<typeof repositoryPage>;

export const getRepositoryPage = defineRoute({
  id: 'getRepositoryPage',
  method: 'GET',
  path: '/api/gh/:host/:owner/:name',
  policy: 'signed-in',
  summary: 'One repository by its address: what is open, what was merged lately, how much is here.',
  params: z.strictObject({
    host: z.string().max(250),
    owner: z.string().max(250),
    name: z.string().max(250),
  }),
  answer: repositoryPage,
});
