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
export type RepositoryRef = z.output<typeof repositoryRef>;

export const accountRef = z.object({
  login: z.string(),
  kind: z.enum(['User', 'Bot', 'Organization', 'Mannequin', 'Ghost']),
  /** A person's, a bot's or an AI agent's; absent for one that is gone. */
  class: z.enum(['person', 'bot', 'ai-agent']).optional(),
  person: z.object({ slug: z.string(), name: z.string() }).optional(),
});
export type AccountRef = z.output<typeof accountRef>;

/** What every row about a pull request begins with. */
export const namedPullRequest = z.object({
  repository: repositoryRef,
  number: z.number().int(),
  title: z.string(),
  /** At GitHub; absent for the demo, which has no pages. */
  url: z.string().optional(),
  /** Its page here. */
  path: z.string(),
  author: accountRef,
});
export type NamedPullRequest = z.output<typeof namedPullRequest>;

export const pullRequestRow = namedPullRequest.extend({
  state: z.enum(['open', 'draft', 'merged', 'closed']),
  baseRef: z.string(),
  headRef: z.string(),
  reviewDecision: z.enum(['approved', 'changes-requested', 'review-required']).optional(),
  createdAt: instant,
  updatedAt: instant,
  mergedAt: instant.optional(),
  closedAt: instant.optional(),
  /** Absent when the size is not known; `sizeReason` then says why. */
  additions: z.number().int().optional(),
  deletions: z.number().int().optional(),
  changedFiles: z.number().int().optional(),
  sizeReason: z.string().optional(),
  /** From the first commit to the merge, in seconds; absent where it is not merged or the first commit is not known. */
  cycleS: z.number().int().optional(),
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

const one = z.string().max(250).optional();
/** A filter: twice the same name is or, a leading `-` is not. */
const many = z.union([z.string().max(250), z.array(z.string().max(250)).max(50)]).optional();

/** Filters of lists of pull requests, in the order of an address. `person` is another name of `author`. */
const pullFilters = {
  repo: many,
  team: many,
  person: many,
  author: many,
  reviewer: many,
  requested: many,
  assignee: many,
  involves: many,
  label: many,
  state: many,
  review: many,
  base: many,
  head: many,
  no: many,
  created: many,
  merged: many,
  closed: many,
  updated: many,
  q: one,
  period: periodText.optional(),
};

const pullQuery = z.strictObject({
  ...pullFilters,
  sort: one,
  group: one,
  after: z.string().max(1_000).optional(),
});

const filterSays =
  'Filters: repo (owner/name or owner/*), team, author (a person’s name in the address, @login, @me), reviewer, requested, assignee, involves (wrote it, is assigned, reviewed or commented), label, state (open, draft, merged, closed), review (approved, changes-requested, review-required, none), base, head, no (label, assignee), created, merged, closed, updated (2026-11-01..2026-11-15, >=2026-11-01), q (words of the title, #412), period. Twice the same name is or, different names are and, a leading - is not. A period is about the merge for state merged, the end for closed, otherwise the opening.';

/** What was asked and is not there for the caller, whether it exists or not. */
const nothingSeen = z.array(z.object({ name: z.string(), value: z.string() }));

export const listPullRequests = defineRoute({
  id: 'listPullRequests',
  method: 'GET',
  path: '/api/pulls',
  policy: 'signed-in',
  summary: `Pull requests the caller may see, by sort (created, merged, closed, updated, size, cycle; -asc or -desc), 50 a page. ${filterSays}`,
  query: pullQuery,
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

export const listPullRequestRows = defineRoute({
  id: 'listPullRequestRows',
  method: 'GET',
  path: '/api/pulls/rows',
  policy: 'signed-in',
  summary:
    'The rows of listPullRequests alone, which are here before they are counted. `limit` a page, at most 500.',
  query: pullQuery.extend({ limit: z.coerce.number().int().min(1).max(500).optional() }),
  answer: z.object({
    pullRequests: z.array(pullRequestRow),
    next: z.string().optional(),
    period: period.optional(),
    ignored: z.array(ignoredParameter),
    /** Filters that name what the caller does not see, or what does not exist: they match nothing. */
    nothingSeen,
  }),
});

export const countPullRequests = defineRoute({
  id: 'countPullRequests',
  method: 'GET',
  path: '/api/pulls/counts',
  policy: 'signed-in',
  summary:
    'How many pull requests listPullRequests would list, and how many with each state in place of its own.',
  query: z.strictObject(pullFilters),
  answer: z.object({
    total: z.number().int(),
    states: z.object({
      open: z.number().int(),
      draft: z.number().int(),
      merged: z.number().int(),
      closed: z.number().int(),
    }),
    scope,
  }),
});

export const pullValueNames = ['label', 'base'] as const;

export const listPullRequestValues = defineRoute({
  id: 'listPullRequestValues',
  method: 'GET',
  path: '/api/pulls/values',
  policy: 'signed-in',
  summary:
    'Values that a filter by label or base can have, by name: those of the newest 5,000 pull requests the caller may see.',
  query: z.strictObject({ name: z.enum(pullValueNames) }),
  answer: z.object({ values: z.array(z.string()) }),
});

const exportSays =
  'Exactly the rows of listPullRequests, all of them and in its order, written while they are sent. A filter that is not understood is refused. At most two of these are written at a time.';

export const exportPullRequestsCsv = defineRoute({
  id: 'exportPullRequestsCsv',
  method: 'GET',
  path: '/api/pulls.csv',
  policy: 'signed-in',
  summary: `${exportSays} A text that a spreadsheet would take for a formula begins with '.`,
  query: pullQuery.omit({ after: true, group: true }),
  media: 'text/csv',
  answer: z.string(),
});

export const exportPullRequestsJson = defineRoute({
  id: 'exportPullRequestsJson',
  method: 'GET',
  path: '/api/pulls.json',
  policy: 'signed-in',
  summary: exportSays,
  query: pullQuery.omit({ after: true, group: true }),
  media: 'application/json',
  answer: z.array(pullRequestRow),
});

export const reviewRow = namedPullRequest.extend({
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
    'Reviews of others’ pull requests that the caller may see, newest first, by reviewer, team (of who was in it on the day), repository and period. One of reviewer and team is given.',
  query: z.strictObject({
    reviewer: z.string().max(250).optional(),
    team: z.string().max(250).optional(),
    repo: z.string().max(250).optional(),
    period: periodText.optional(),
    after: z.string().max(200).optional(),
  }),
  answer: z.object({
    /** The person or the team they are of, with their pages here. */
    of: z.array(z.object({ name: z.string(), path: z.string() })),
    reviews: z.array(reviewRow),
    total: z.number().int(),
    next: z.string().optional(),
    period: period.optional(),
    ignored: z.array(ignoredParameter),
    scope,
  }),
});
