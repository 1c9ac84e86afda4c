import * as z from 'zod';
import { id, idParam, instant, nothing } from './fields.ts';
import { syncLogEntry } from './ingestion.ts';
import { defineRoute } from './route.ts';
import { dataHeld, dataKind, wait } from './sync-fields.ts';

export const syncState = z.enum(['waiting', 'reading', 'complete', 'failed', 'paused']);

export const repositorySync = z.object({
  repositoryId: id,
  fullName: z.string(),
  url: z.string().optional(),
  state: syncState,
  /** What GitHub counts; absent while it has not been counted. */
  total: z.number().int().optional(),
  held: z.number().int(),
  readAt: instant.optional(),
  wait: wait.optional(),
  failure: z.object({ code: z.string(), text: z.string() }).optional(),
  /** What was set aside because it could not be read. */
  quarantined: z.number().int(),
  /** How much of each kind of data is here. */
  data: z.array(dataHeld),
});
export type RepositorySync = z.output<typeof repositorySync>;

/** The groups under which repositories are listed, by what they ask of the reader. */
export const repositoryGroups = ['all', 'needs-you', 'reading', 'complete'] as const;
export const repositoryGroup = z.enum(repositoryGroups);
export type RepositoryGroup = z.output<typeof repositoryGroup>;

export const repositoryOrders = [
  'needs-you',
  'name',
  'least-complete',
  'most-pull-requests',
  'last-read',
] as const;
export const repositoryOrder = z.enum(repositoryOrders);
export type RepositoryOrder = z.output<typeof repositoryOrder>;

const connectionParams = z.strictObject({ connectionId: idParam });

/** Rows that one answer of `listRepositorySync` and one question of `listRepositorySyncRows` hold at most. */
export const repositoryRowsAtMost = 100;

export const listRepositorySync = defineRoute({
  id: 'listRepositorySync',
  method: 'GET',
  path: '/api/connections/:connectionId/sync',
  policy: 'administrator',
  summary:
    'Which repositories of a connection match, in order, with the first hundred of them; the others are asked for by their ids.',
  params: connectionParams,
  query: z.strictObject({
    /** Part of the name, in any case. */
    q: z.string().max(250).optional(),
    group: repositoryGroup.optional(),
    /** Those that need you first where nothing else is said. */
    order: repositoryOrder.optional(),
  }),
  answer: z.object({
    /** All that match, in order. */
    repositoryIds: z.array(id),
    /** The first of them. */
    repositories: z.array(repositorySync),
    /** How many match the name, by group. */
    groups: z.object({
      all: z.number().int(),
      'needs-you': z.number().int(),
      reading: z.number().int(),
      complete: z.number().int(),
    }),
  }),
});

const ids = z
  .string()
  .max(2_000)
  .regex(/^\d+(,\d+)*$/, 'Write ids with commas between them.')
  .transform((text) => text.split(',').map(Number))
  .pipe(z.array(id).max(repositoryRowsAtMost, 'Ask for at most 100 repositories at once.'));

export const listRepositorySyncRows = defineRoute({
  id: 'listRepositorySyncRows',
  method: 'GET',
  path: '/api/connections/:connectionId/sync/rows',
  policy: 'administrator',
  summary: 'Repositories of a connection by their ids, at most a hundred; ids of others are left out.',
  params: connectionParams,
  query: z.strictObject({ ids }),
  answer: z.object({ repositories: z.array(repositorySync) }),
});

/** Why lists of some pull requests are not whole. */
export const dataGap = z.object({
  kind: dataKind,
  /** forbidden, gone, cut-off, unreadable, count-differs, not-read, not-offered */
  cause: z.string(),
  /** What happened and what it means, in words. */
  text: z.string(),
  /** What to do, in words. */
  repair: z.string(),
  pullRequests: z.number().int(),
  /** Some of them, newest first. */
  examples: z.array(z.object({ number: z.number().int(), url: z.string().optional() })),
});
export type DataGap = z.output<typeof dataGap>;

export const quarantinedRecord = z.object({
  /** The pull request’s number, or where in GitHub’s list it stood. */
  key: z.string(),
  url: z.string().optional(),
  /** What was wrong with it, in words. */
  text: z.string(),
  detail: z.string(),
  quarantinedAt: instant,
  triedAt: instant,
});
export type QuarantinedRecord = z.output<typeof quarantinedRecord>;

const repositoryParams = z.strictObject({ connectionId: idParam, repositoryId: idParam });

export const repositorySyncDetail = repositorySync.extend({
  startedAt: instant.optional(),
  /** When the newest 30 days were complete. */
  recentCompletedAt: instant.optional(),
  completedAt: instant.optional(),
  /** How far back the first reading has come. */
  reachedAt: instant.optional(),
  /** Completeness was counted then; absent while it never was. */
  countedAt: instant.optional(),
  /** Entries here and entries that GitHub counts, over the pull requests that are here. */
  entries: z.array(
    z.object({
      kind: dataKind,
      held: z.number().int(),
      /** Absent where GitHub tells no count for some. */
      total: z.number().int().optional(),
      /** Pull requests whose entries of this kind are whole, of those that are here. */
      whole: z.number().int(),
      pullRequests: z.number().int(),
    }),
  ),
  gaps: z.array(dataGap),
  /** The newest hundred; `quarantined` counts all. */
  quarantinedRecords: z.array(quarantinedRecord),
  log: z.array(syncLogEntry),
});
export type RepositorySyncDetail = z.output<typeof repositorySyncDetail>;

export const getRepositorySync = defineRoute({
  id: 'getRepositorySync',
  method: 'GET',
  path: '/api/connections/:connectionId/repositories/:repositoryId/sync',
  policy: 'administrator',
  summary: 'What is here of a repository, what is missing and why, and what was set aside.',
  params: repositoryParams,
  answer: repositorySyncDetail,
});

export const repairRepository = defineRoute({
  id: 'repairRepository',
  method: 'POST',
  path: '/api/connections/:connectionId/repositories/:repositoryId/repair',
  policy: 'administrator',
  summary: 'Try again now what failed, what was set aside and what came cut off.',
  params: repositoryParams,
  answer: nothing,
});

export const readRepositoryAgain = defineRoute({
  id: 'readRepositoryAgain',
  method: 'POST',
  path: '/api/connections/:connectionId/repositories/:repositoryId/read-again',
  policy: 'administrator',
  summary: 'Read everything of a repository anew; what is here stays while it is.',
  params: repositoryParams,
  answer: nothing,
});

export const readConnectionAgain = defineRoute({
  id: 'readConnectionAgain',
  method: 'POST',
  path: '/api/connections/:connectionId/read-again',
  policy: 'administrator',
  summary: 'Read everything of every repository of a connection anew; what is here stays while it is.',
  params: connectionParams,
  answer: nothing,
});
