import * as z from 'zod';
import { day, instant } from './fields.ts';
import { ignoredParameter, namedPullRequest, period, periodText, scope } from './reports.ts';
import { defineRoute } from './route.ts';

/** By what a figure is divided: in time, or side by side. */
export const metricDivisions = ['week', 'month', 'repo', 'team', 'label'] as const;
export type MetricDivision = (typeof metricDivisions)[number];

export const metricUnits = [
  'seconds',
  'percent',
  'pull-requests',
  'lines',
  'files',
  'rounds',
  'comments-per-file',
  'per-contributor',
  'index',
] as const;
export type MetricUnit = (typeof metricUnits)[number];

const metricPreset = z.object({ id: z.string(), definition: z.string() });

/** A metric as its file declares it. */
export const metric = z.object({
  id: z.string(),
  name: z.string(),
  group: z.enum(['time', 'review', 'size', 'flow', 'together']),
  unit: z.enum(metricUnits),
  /** What the value says of the rows: their median, a share of them, a sum divided by a sum, how many they are. */
  summary: z.enum(['median', 'mean', 'share', 'ratio', 'count', 'distribution', 'index']),
  /** A sentence. */
  definition: z.string(),
  formula: z.string(),
  /** What it rests on, a word or two each. */
  inputs: z.array(z.string()),
  /** What is left out of it, a sentence each, beside what is left out of every metric. */
  exclusions: z.array(z.string()),
  /** Raised when the definition changes. */
  version: z.number().int(),
  /** To which event's period a row belongs; `now`: what is open at this moment, whatever the period. */
  event: z.enum(['merged', 'ended', 'opened', 'responded', 'now']),
  presets: z.array(metricPreset),
  /** Parts a value is made of, in order. */
  stages: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Into which rows fall, in order. */
  bands: z.array(z.object({ id: z.string(), label: z.string() })),
});
export type Metric = z.output<typeof metric>;

export const listMetrics = defineRoute({
  id: 'listMetrics',
  method: 'GET',
  path: '/api/metrics',
  policy: 'signed-in',
  summary: 'Every metric with its definition, formula, inputs, exclusions, presets and version.',
  answer: z.object({ metrics: z.array(metric) }),
});

const many = z.union([z.string().max(250), z.array(z.string().max(250)).max(50)]).optional();

const questionFields = {
  repo: many,
  team: many,
  person: many,
  label: many,
  period: periodText.optional(),
  by: z.string().max(50).optional(),
  preset: z.string().max(50).optional(),
};

/** What is known of some rows together. */
export const metricFigure = z.object({
  /** Rows that have a value. */
  n: z.number().int(),
  /** Rows that have none: an event is missing. */
  missing: z.number().int(),
  /** Absent where n is 0; for a median where n is below 5 too. */
  value: z.number().optional(),
  /** From n = 10 on. */
  p90: z.number().optional(),
  /** The values themselves where n is 1 to 4. */
  values: z.array(z.number()).optional(),
  /** The two sums a share or ratio is made of. */
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  /** Of each stage its own summary; their sum is not the value where that is a median. */
  stages: z.array(z.object({ id: z.string(), value: z.number().optional() })).optional(),
  bands: z.array(z.object({ id: z.string(), n: z.number().int() })).optional(),
  /** The same of working hours alone, where the workspace tells them and a value lies between two events. */
  working: z
    .object({
      value: z.number().optional(),
      p90: z.number().optional(),
      values: z.array(z.number()).optional(),
    })
    .optional(),
});
export type MetricFigure = z.output<typeof metricFigure>;

/** Which hours count as working hours: every hour of these days in this zone; 1 is Monday. */
export const workingTime = z.object({ zone: z.string(), days: z.array(z.number().int()) });

export const metricBucket = metricFigure.extend({
  key: z.string(),
  label: z.string(),
  /** The days it is about; absent for what is no time. */
  from: day.optional(),
  until: day.optional(),
  /** It is not over, or lies partly outside the period. */
  isPartial: z.boolean(),
  /** Parameters that replace those of the question and leave exactly its rows. */
  rows: z.object({
    period: z.string().optional(),
    repo: z.string().optional(),
    team: z.string().optional(),
    label: z.string().optional(),
  }),
});
export type MetricBucket = z.output<typeof metricBucket>;

export const metricAnswer = z.object({
  metric,
  preset: z.string().optional(),
  by: z.enum(metricDivisions),
  period,
  ignored: z.array(ignoredParameter),
  nothingSeen: z.array(z.object({ name: z.string(), value: z.string() })),
  /** What it says, in a sentence: the title of its picture. */
  finding: z.string(),
  figure: metricFigure,
  workingTime: workingTime.optional(),
  /** How many rows were left out, by why. */
  leftOut: z.array(z.object({ kind: z.string(), label: z.string(), n: z.number().int() })),
  buckets: z.array(metricBucket),
  /** Least squares over at least four whole weeks: its values at the first and the last of them. */
  trend: z.object({ from: z.number(), until: z.number() }).optional(),
  scope,
});
export type MetricAnswer = z.output<typeof metricAnswer>;

const metricParams = z.strictObject({ metric: z.string().min(1).max(100) });

const questionSays =
  'Filters repo, team, person (one), label, period as in listPullRequests; by: week, month, repo, team, label; preset: another product’s rule by name.';

export const getMetric = defineRoute({
  id: 'getMetric',
  method: 'GET',
  path: '/api/metrics/:metric',
  policy: 'signed-in',
  summary: `One metric over the repositories the caller may see: its figure, divided by time or side by side, and what was left out. ${questionSays}`,
  params: metricParams,
  query: z.strictObject(questionFields),
  answer: metricAnswer,
});

/** A pull request on which a figure rests, or that was left out of it. */
export const metricRow = namedPullRequest.extend({
  /** The event by whose period it counts. */
  at: instant,
  /** In the metric's unit; absent where an event is missing, and where a row has no value by itself. */
  value: z.number().optional(),
  /** What of it lies on working days, where the workspace tells working hours and the value lies between two events. */
  workingValue: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  band: z.string().optional(),
  /** Why it was left out. */
  reason: z.string().optional(),
});
export type MetricRow = z.output<typeof metricRow>;

const rowFields = {
  ...questionFields,
  /** `counted` (default), `missing`: without a value, `left-out`. */
  rows: z.string().max(50).optional(),
  /** Rows of one band alone. */
  band: z.string().max(50).optional(),
  /** Rows whose value, in the metric's unit, is at least this, and below that. */
  least: z.string().max(50).optional(),
  below: z.string().max(50).optional(),
};

export const listMetricRows = defineRoute({
  id: 'listMetricRows',
  method: 'GET',
  path: '/api/metrics/:metric/rows',
  policy: 'signed-in',
  summary: `The pull requests a figure rests on, newest event first, 50 a page: exactly its n (rows=counted), its missing (rows=missing), or what was left out with the reason (rows=left-out); least and below narrow them to values in the metric’s unit. ${questionSays}`,
  params: metricParams,
  query: z.strictObject({ ...rowFields, after: z.string().max(200).optional() }),
  answer: z.object({
    rows: z.array(metricRow),
    total: z.number().int(),
    next: z.string().optional(),
    period,
    ignored: z.array(ignoredParameter),
  }),
});

/** How many rows have a value from `from` to below `until`; the last bar has no end. */
export const spreadBar = z.object({
  from: z.number(),
  until: z.number().optional(),
  n: z.number().int(),
  /** Parameters that leave exactly its rows. */
  rows: z.object({ least: z.string().optional(), below: z.string().optional() }),
});
export type SpreadBar = z.output<typeof spreadBar>;

export const metricSpread = z.object({
  metric,
  preset: z.string().optional(),
  period,
  ignored: z.array(ignoredParameter),
  nothingSeen: z.array(z.object({ name: z.string(), value: z.string() })),
  n: z.number().int(),
  missing: z.number().int(),
  /** From n = 5 on. */
  median: z.number().optional(),
  /** From n = 10 on. */
  p90: z.number().optional(),
  /** From the first that holds a row to the last; those between them that hold none are here too. */
  bars: z.array(spreadBar),
  /** Each row, the newest event first; absent where they are more than 300. */
  dots: z.array(metricRow).optional(),
  /** Rows that lie far from the rest: their value is at least `least`. They count like all others. */
  far: z
    .object({
      least: z.number(),
      n: z.number().int(),
      /** The newest of them, five at most. */
      rows: z.array(metricRow),
    })
    .optional(),
  scope,
});
export type MetricSpread = z.output<typeof metricSpread>;

export const getMetricSpread = defineRoute({
  id: 'getMetricSpread',
  method: 'GET',
  path: '/api/metrics/:metric/spread',
  policy: 'signed-in',
  summary: `How the values of a metric lie: a row each up to 300, how many are in each range of values, and which lie far from the rest (at least p75 × (p75 ÷ p25)^1.5, from n = 10 on). Only for metrics whose rows have a value each. ${questionSays}`,
  params: metricParams,
  query: z.strictObject(questionFields),
  answer: metricSpread,
});

const exportSays = 'Exactly the rows of listMetricRows, all of them, written while they are sent.';

export const exportMetricCsv = defineRoute({
  id: 'exportMetricCsv',
  method: 'GET',
  path: '/api/metrics/:metric/rows.csv',
  policy: 'signed-in',
  summary: `${exportSays} A text that a spreadsheet would take for a formula begins with '.`,
  params: metricParams,
  query: z.strictObject(rowFields),
  media: 'text/csv',
  answer: z.string(),
});

export const exportMetricJson = defineRoute({
  id: 'exportMetricJson',
  method: 'GET',
  path: '/api/metrics/:metric/rows.json',
  policy: 'signed-in',
  summary: exportSays,
  params: metricParams,
  query: z.strictObject(rowFields),
  media: 'application/json',
  answer: z.array(metricRow),
});
