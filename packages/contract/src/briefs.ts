import * as z from 'zod';
import { day, instant } from './fields.ts';
import { ignoredParameter, namedPullRequest, period, periodText, repositoryRef, scope } from './reports.ts';
import { defineRoute } from './route.ts';

/** A number with what it counts and the address of exactly its rows. */
export const figure = z.object({
  value: z.number().int(),
  definition: z.string(),
  /** A page of ours whose list has `value` rows. */
  rows: z.string(),
  /** True while gaps make it "at least". */
  isAtLeast: z.boolean(),
  /** How much of what it rests on is here, rounded down; absent when all of it is, or while that is not known. */
  percent: z.number().int().min(0).max(99).optional(),
});
export type Figure = z.output<typeof figure>;

export const personWeek = z.object({
  /** Its Monday. */
  startsOn: day,
  label: z.string(),
  shipped: figure,
  reviews: figure,
  /** True for a week that is not over or lies partly outside the period. */
  isPartial: z.boolean(),
});

/** How waits are spread. Below 5 their values are listed and there is no median; the p90 begins at 10. */
export const spread = z.object({
  /** How many; opens them. */
  n: figure,
  medianS: z.number().int().optional(),
  p90S: z.number().int().optional(),
  valuesS: z.array(z.number().int()).optional(),
});

/** What was shipped in one repository, or with one label. */
export const shippedGroup = z.object({
  /** What asks for its rows. */
  key: z.string(),
  name: z.string(),
  figure,
});

export const workKind = z.enum(['feature', 'maintenance', 'incident', 'none']);
export type WorkKind = z.output<typeof workKind>;

/** A pull request that a figure counts. */
export const workRow = namedPullRequest.extend({
  /** Absent where a row is about what it waits for. */
  state: z.enum(['open', 'draft', 'merged', 'closed']).optional(),
  /** When what the figure counts happened. */
  at: instant,
  /** What it has to do with this figure: "3 h after it was ready". */
  note: z.string().optional(),
});
export type WorkRow = z.output<typeof workRow>;

/** What waits now, and the first of it. */
const waitingPart = z.object({ figure, rows: z.array(workRow) });

export const shippedBy = z.enum(['repo', 'label']);

export const personPage = z.object({
  slug: z.string(),
  name: z.string(),
  isDemo: z.boolean(),
  isMe: z.boolean(),
  accounts: z.array(z.object({ login: z.string(), hostName: z.string(), url: z.string().optional() })),
  /** Teams in which they work today, each since when. */
  teams: z.array(z.object({ slug: z.string(), name: z.string(), since: day })),
  zone: z.string().optional(),
  /** The day they left. */
  leftOn: day.optional(),
  /** Who may open this page and, for oneself, how many did; for others, that the person can see it. */
  looking: z.string(),
  period,
  ignored: z.array(ignoredParameter),
  /** "14 pull requests shipped, 23 reviews given, 6 pull requests of others unblocked." */
  sentence: z.string(),
  shipped: figure,
  reviews: figure,
  unblocked: figure,
  by: shippedBy,
  groups: z.array(shippedGroup),
  /** To others: in how many repositories, and how long their pull requests waited for this person's first response. */
  given: z.object({ repositories: z.number().int(), firstResponse: spread }),
  /** Shipped outside the repository they usually work in; `usual` is absent where too little is known to tell. */
  outside: z.object({
    definition: z.string(),
    usual: repositoryRef.optional(),
    shipped: figure.optional(),
  }),
  /** What kind of work was shipped; the parts add to `shipped`, their shares to 100. */
  kinds: z.object({
    parts: z.array(z.object({ kind: workKind, name: z.string(), figure, sharePercent: z.number().int() })),
    refactor: figure,
  }),
  /** Now, whatever the period. */
  waiting: z.object({ forThem: waitingPart, forOthers: waitingPart }),
  weeks: z.array(personWeek),
  /** When nothing was shipped in the period: the last merge before it, if any. */
  lastShippedOn: day.optional(),
  scope,
});
export type PersonPage = z.output<typeof personPage>;

const personParams = z.strictObject({ slug: z.string().min(1).max(250) });

export const getPersonPage = defineRoute({
  id: 'getPersonPage',
  method: 'GET',
  path: '/api/people/:slug/page',
  policy: 'signed-in',
  summary:
    'What a person shipped, reviewed and unblocked in a period, in the repositories the caller may see. Others than the person are logged.',
  params: personParams,
  query: z.strictObject({ period: periodText.optional(), by: z.string().max(250).optional() }),
  answer: personPage,
});

/** The figures of a person's page whose rows are pull requests chosen by what the person did. */
export const personFigure = z.enum([
  'shipped',
  'unblocked',
  'first-response',
  'outside',
  'kind',
  'refactor',
  'label',
  'repo',
  'waiting',
  'waiting-for-others',
]);
export type PersonFigure = z.output<typeof personFigure>;

const personRowsQuery = z.strictObject({
  figure: personFigure,
  value: z.string().max(250).optional(),
  period: periodText.optional(),
});

export const listPersonRows = defineRoute({
  id: 'listPersonRows',
  method: 'GET',
  path: '/api/people/:slug/rows',
  policy: 'signed-in',
  summary:
    'Exactly the pull requests that a figure of a person’s page counts, newest first. `value` is the kind of work, the label or the repository of a figure that has one.',
  params: personParams,
  query: personRowsQuery.extend({ after: z.string().max(200).optional() }),
  answer: z.object({
    person: z.object({ slug: z.string(), name: z.string() }),
    /** What the rows are: "Pull requests of others unblocked". */
    title: z.string(),
    definition: z.string(),
    rows: z.array(workRow),
    total: z.number().int(),
    next: z.string().optional(),
    period,
    ignored: z.array(ignoredParameter),
    scope,
  }),
});

const rowsFileSays =
  'Exactly the rows of listPersonRows, all of them, written while they are sent. A period that is not understood is refused.';

export const exportPersonRowsCsv = defineRoute({
  id: 'exportPersonRowsCsv',
  method: 'GET',
  path: '/api/people/:slug/rows.csv',
  policy: 'signed-in',
  summary: `${rowsFileSays} A text that a spreadsheet would take for a formula begins with '.`,
  params: personParams,
  query: personRowsQuery,
  media: 'text/csv',
  answer: z.string(),
});

export const exportPersonRowsJson = defineRoute({
  id: 'exportPersonRowsJson',
  method: 'GET',
  path: '/api/people/:slug/rows.json',
  policy: 'signed-in',
  summary: rowsFileSays,
  params: personParams,
  query: personRowsQuery,
  media: 'application/json',
  answer: z.array(workRow),
});

export const getShippedText = defineRoute({
  id: 'getShippedText',
  method: 'GET',
  path: '/api/people/:slug/shipped',
  policy: 'signed-in',
  summary: 'What a person shipped in a period, as text and as Markdown, put together without a model.',
  params: personParams,
  query: z.strictObject({
    period: periodText.optional(),
    by: z.string().max(250).optional(),
    /** Also what was reviewed and unblocked. */
    with: z.string().max(250).optional(),
  }),
  answer: z.object({
    period,
    ignored: z.array(ignoredParameter),
    text: z.string(),
    markdown: z.string(),
    scope,
  }),
});
