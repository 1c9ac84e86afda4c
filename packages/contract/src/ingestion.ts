import * as z from 'zod';
import { idParam, instant, nothing } from './fields.ts';
import { connectionSummary } from './github-access.ts';
import { defineRoute } from './route.ts';
import { dataHeld, wait } from './sync-fields.ts';

/** Points spent, by lane in order of right of way. */
export const quotaSpent = z.object({
  person: z.number().int(),
  lookup: z.number().int(),
  incremental: z.number().int(),
  backfill: z.number().int(),
});

export const quotaUse = z.object({
  resource: z.enum(['core', 'graphql']),
  limit: z.number().int().optional(),
  remaining: z.number().int().optional(),
  resetAt: instant.optional(),
  /** Spent by us since the hour began, by lane; what is left of limit − remaining was used by others with this token. */
  spent: quotaSpent,
  keptFree: z.number().int(),
});

export const connectionSync = z.object({
  connection: connectionSummary,
  /** One sentence: "acme: 61 % of its history is here. 40 to 55 minutes to go." */
  sentence: z.string(),
  repositories: z.number().int(),
  repositoriesComplete: z.number().int(),
  /** Absent until every chosen repository has been counted. */
  total: z.number().int().optional(),
  held: z.number().int(),
  /** Whether the newest 30 days are complete everywhere. */
  isRecentComplete: z.boolean(),
  /** Pull requests a minute over the last five minutes; absent while nothing is being read. */
  perMinute: z.number().optional(),
  /** Minutes to go, as a range; absent when not known. */
  eta: z.object({ fromMinutes: z.number().int(), toMinutes: z.number().int() }).optional(),
  /** How far back history has been read, while it is: "Now reading March 2025, going back." */
  goingBack: z.string().optional(),
  wait: wait.optional(),
  lastSuccessAt: instant.optional(),
  /** How much of each kind of data is here, over all its repositories. */
  data: z.array(dataHeld),
  /** Pull requests that came and that changed in the last 24 hours, and records that are set aside now. */
  lately: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    setAside: z.number().int(),
  }),
  quota: z.array(quotaUse),
});
export type ConnectionSync = z.output<typeof connectionSync>;

export const syncOverview = z.object({
  /** The state in words for the foot of the navigation: "in step, 4 s" or "reading, 61 %". */
  words: z.string(),
  state: z.enum(['nothing-connected', 'reading', 'in-step', 'waiting', 'needs-attention', 'paused']),
  connections: z.array(connectionSync),
  /** Set while the demo organisation is here. */
  hasDemo: z.boolean(),
});
export type SyncOverview = z.output<typeof syncOverview>;

export const getSync = defineRoute({
  id: 'getSync',
  method: 'GET',
  path: '/api/sync',
  policy: 'administrator',
  summary: 'How far each connection has been read, what it costs and what waits.',
  answer: syncOverview,
});

/** Answers `text/event-stream`: an event `sync` with a whole overview whenever it changes, and a comment every 10 s. */
export const streamSync = defineRoute({
  id: 'streamSync',
  method: 'GET',
  path: '/api/sync/stream',
  policy: 'administrator',
  summary: 'The overview of getSync as server-sent events.',
  answer: syncOverview,
});

const connectionParams = z.strictObject({ connectionId: idParam });

export const syncLogEntry = z.object({
  at: instant,
  kind: z.enum(['started', 'progress', 'waiting', 'finished', 'failed', 'paused', 'resumed']),
  repository: z.string().optional(),
  text: z.string(),
});

export const listSyncLog = defineRoute({
  id: 'listSyncLog',
  method: 'GET',
  path: '/api/connections/:connectionId/log',
  policy: 'administrator',
  summary: 'What reading did lately, newest first.',
  params: connectionParams,
  answer: z.object({ entries: z.array(syncLogEntry) }),
});

export const pauseSync = defineRoute({
  id: 'pauseSync',
  method: 'POST',
  path: '/api/connections/:connectionId/pause',
  policy: 'administrator',
  summary: 'Stop reading after the page under way.',
  params: connectionParams,
  answer: nothing,
});

export const resumeSync = defineRoute({
  id: 'resumeSync',
  method: 'POST',
  path: '/api/connections/:connectionId/resume',
  policy: 'administrator',
  summary: 'Go on reading where it stopped.',
  params: connectionParams,
  answer: nothing,
});

export const syncNow = defineRoute({
  id: 'syncNow',
  method: 'POST',
  path: '/api/connections/:connectionId/sync',
  policy: 'administrator',
  summary: 'Look for changes now, and try again what failed.',
  params: connectionParams,
  answer: nothing,
});

/** What was spent in an hour of one bucket, in points, by lane. */
export const quotaHour = z.object({
  hourAt: instant,
  resource: z.enum(['core', 'graphql']),
  spent: quotaSpent,
});

export const getQuotaHistory = defineRoute({
  id: 'getQuotaHistory',
  method: 'GET',
  path: '/api/connections/:connectionId/quota',
  policy: 'administrator',
  summary: 'What a connection’s credential spent of its quota in each of the last 24 hours, by lane.',
  params: connectionParams,
  /** Oldest first; an hour in which nothing was spent is there with zeros. */
  answer: z.object({ hours: z.array(quotaHour) }),
});
