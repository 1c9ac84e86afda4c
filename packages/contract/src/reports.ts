import * as z from 'zod';
import { day, id, instant } from './fields.ts';
import { defineRoute } from './route.ts';

/** As written in the address: `last-30-days`, `this-week`, `2026-W47`, `2026-11`, `2026-Q4`, `2026-11-01..2026-11-15`. */
export const periodText = z.string().max(250);

/** A period as understood: whole days in the workspace's zone, `until` included. */
export const period = z.object({
  text: z.string(),
  label: z.string(),
  from: day,
  until: day,
  zone: z.string(),
  /** False while its last day is not over. */
  isOver: z.boolean(),
});
export type Period = z.output<typeof period>;

/** A parameter that was not understood; it was ignored, and the page says so. */
export const ignoredParameter = z.object({ name: z.string(), value: z.string(), reason: z.string() });

export const repositoryRef = z.object({ repositoryId: id, fullName: z.string(), hostName: z.string() });

export const accountRef = z.object({
  login: z.string(),
  kind: z.enum(['User', 'Bot', 'Organization', 'Mannequin', 'Ghost']),
  person: z.object({ slug: z.string(), name: z.string() }).optional(),
});
export type AccountRef = z.output<typeof accountRef>;

export const pullRequestRow = z.object({
  repository: repositoryRef,
  number: z.number().int(),
  title: z.string(),
  /** At GitHub; absent for the demo, which has no pages. */
  url: z.string().optional(),
  state: z.enum(['open', 'draft', 'merged', 'closed']),
  author: accountRef,
  createdAt: instant,
  mergedAt: instant.optional(),
  closedAt: instant.optional(),
  /** Absent when the size is not known; `sizeReason` then says why. */
  additions: z.number().int().optional(),
  deletions: z.number().int().optional(),
  changedFiles: z.number().int().optional(),
  sizeReason: z.string().optional(),
  labels: z.array(z.object({ name: z.string(), colour: z.string() })),
});
export type PullRequestRow = z.output<typeof pullRequestRow>;

/** Over what a figure or list was computed. */
export const scope = z.object({
  visibleRepositories: z.number().int(),
  /** Gaps that concern these rows, each a sentence: "At least this many: acme/web is still being read, 61 %." */
  gaps: z.array(z.string()),
  /** How much of what they rest on is here, rounded down; absent when all of it is, or while that is not known. */
  percent: z.number().int().min(0).max(99).optional(),
  /** True while something is missing that is being read, or is yet to be counted: ask again in some seconds. */
  isMoving: z.boolean(),
});

const listQuery = z.strictObject({
  author: z.string().max(250).optional(),
  state: z.string().max(250).optional(),
  repo: z.string().max(250).optional(),
  period: periodText.optional(),
  after: z.string().max(200).optional(),
});

export const listPullRequests = defineRoute({
  id: 'listPullRequests',
  method: 'GET',
  path: '/api/pulls',
  policy: 'signed-in',
  summary:
    'Pull requests the caller may see, newest first. `author` is a person’s name in the address (or me); a period means merged within it for state merged, otherwise opened within it.',
  query: listQuery,
  answer: z.object({
    pullRequests: z.array(pullRequestRow),
    /** How many match in all: what a figure that leads here shows. */
    total: z.number().int(),
    next: z.string().optional(),
    period: period.optional(),
    ignored: z.array(ignoredParameter),
    scope,
  }),
});

export const reviewRow = z.object({
  repository: repositoryRef,
  number: z.number().int(),
  title: z.string(),
  url: z.string().optional(),
  author: accountRef,
  state: z.enum(['commented', 'changes-requested', 'approved', 'dismissed']),
  submittedAt: instant,
});
export type ReviewRow = z.output<typeof reviewRow>;

export const listReviews = defineRoute({
  id: 'listReviews',
  method: 'GET',
  path: '/api/reviews',
  policy: 'signed-in',
  summary:
    'Reviews of others’ pull requests that the caller may see, newest first, by reviewer, repository and period.',
  query: z.strictObject({
    reviewer: z.string().max(250),
    repo: z.string().max(250).optional(),
    period: periodText.optional(),
    after: z.string().max(200).optional(),
  }),
  answer: z.object({
    reviews: z.array(reviewRow),
    total: z.number().int(),
    next: z.string().optional(),
    period: period.optional(),
    ignored: z.array(ignoredParameter),
    scope,
  }),
});
