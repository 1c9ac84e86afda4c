import * as z from 'zod';
import { day } from './fields.ts';
import {
  ignoredParameter,
  period,
  periodText,
  pullRequestRow,
  repositoryRef,
  reviewRow,
  scope,
} from './reports.ts';
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

export const personPage = z.object({
  slug: z.string(),
  name: z.string(),
  isDemo: z.boolean(),
  isMe: z.boolean(),
  accounts: z.array(z.object({ login: z.string(), hostName: z.string(), url: z.string().optional() })),
  period,
  ignored: z.array(ignoredParameter),
  /** "14 pull requests shipped and 23 reviews given, in 5 repositories." */
  sentence: z.string(),
  shipped: figure,
  reviews: figure,
  repositories: z.array(z.object({ repository: repositoryRef, shipped: figure, reviews: figure })),
  weeks: z.array(personWeek),
  recentlyShipped: z.array(pullRequestRow),
  recentlyReviewed: z.array(reviewRow),
  /** When nothing was shipped in the period: the last merge before it, if any. */
  lastShippedOn: day.optional(),
  scope,
});
export type PersonPage = z.output<typeof personPage>;

export const getPersonPage = defineRoute({
  id: 'getPersonPage',
  method: 'GET',
  path: '/api/people/:slug/page',
  policy: 'signed-in',
  summary: 'What a person shipped and reviewed in a period, in the repositories the caller may see.',
  params: z.strictObject({ slug: z.string().min(1).max(250) }),
  query: z.strictObject({ period: periodText.optional() }),
  answer: personPage,
});
