import * as z from 'zod';
import { attentionRow } from './attention.ts';
import { figure } from './briefs.ts';
import { metricFigure, workingTime } from './metrics.ts';
import { ignoredParameter, period, scope } from './reports.ts';
import { defineRoute } from './route.ts';

/** A week as its address names it. */
const weekRef = z.object({ text: z.string(), label: z.string() });

/** A number of the week beside the same of the twelve weeks before, oldest first. */
export const weekFigure = z.object({
  figure,
  past: z.array(weekRef.extend({ figure })),
});
export type WeekFigure = z.output<typeof weekFigure>;

/** How long something took in the week, in seconds, and in the twelve weeks before. */
export const weekMetric = z.object({
  name: z.string(),
  definition: z.string(),
  figure: metricFigure,
  /** The team's own days and zone, where working hours are told. */
  workingTime: workingTime.optional(),
  /** A page of ours with the pull requests it rests on. */
  rows: z.string(),
  /** The median of the twelve weeks before, their pull requests taken together; absent where there are too few. */
  usual: z.number().optional(),
  /** Those weeks' own medians, oldest first; a week with too few has none. */
  past: z.array(weekRef.extend({ value: z.number().optional(), n: z.number().int() })),
});
export type WeekMetric = z.output<typeof weekMetric>;

export const teamWeek = z.object({
  team: z.object({ slug: z.string(), name: z.string(), isDemo: z.boolean() }),
  /** False where nobody ever worked in the team: there is nothing to count. */
  hasMembers: z.boolean(),
  /** The ISO week in the workspace's zone. */
  week: period,
  before: weekRef,
  /** Absent for the running week. */
  after: weekRef.optional(),
  ignored: z.array(ignoredParameter),
  /** The team's own zone where it is another than the workspace's, in which weeks begin. */
  otherZone: z.string().optional(),
  sentence: z.string(),
  merged: weekFigure,
  opened: weekFigure,
  reviewed: weekFigure,
  /** Open and ready now, whatever the week. */
  waiting: figure,
  firstResponse: weekMetric,
  cycleTime: weekMetric,
  exceptions: z.object({
    /** False where neither the team nor one above it agreed on anything. */
    hasAgreements: z.boolean(),
    total: z.number().int(),
    rows: z.array(attentionRow),
    /** A page of ours with exactly `total` rows. */
    path: z.string(),
  }),
  /** The whole week to take along. */
  markdown: z.string(),
  scope,
});
export type TeamWeek = z.output<typeof teamWeek>;

export const getTeamWeek = defineRoute({
  id: 'getTeamWeek',
  method: 'GET',
  path: '/api/teams/:slug/weeks/:week',
  policy: 'signed-in',
  summary:
    'How a team’s week went, in the repositories the caller may see: `2026-W47`, `this-week` or `last-week`. Figures go by who was in the team on the day.',
  params: z.strictObject({ slug: z.string().min(1).max(250), week: z.string().min(1).max(50) }),
  answer: teamWeek,
});
