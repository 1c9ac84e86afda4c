import * as z from 'zod';
import { attentionRow } from './attention.ts';
import { id, idParam, instant, nothing } from './fields.ts';
import { accountRef, pullRequestRow } from './reports.ts';
import { defineRoute } from './route.ts';

/** A stage of a pull request's life: `seconds` between two instants, or why it has none in `note`. */
const lifeStage = z.object({
  name: z.enum(['coding', 'pickup', 'review', 'merge']),
  /** Work is done in it; otherwise somebody is waited for. */
  isWork: z.boolean(),
  seconds: z.number().int().optional(),
  fromAt: instant.optional(),
  untilAt: instant.optional(),
  /** True while it lasts. */
  isRunning: z.boolean(),
  note: z.string().optional(),
});
export type LifeStage = z.output<typeof lifeStage>;

const lifeBand = z.object({
  /** "51 h from first commit to merge. Half of it was waiting for a first response." */
  sentence: z.string(),
  stages: z.array(lifeStage),
  /** An event lay out of order and was moved, so that the stages add up. */
  isMoved: z.boolean(),
  /** Why nothing is said of the deployment. */
  deploy: z.string(),
});
export type LifeBand = z.output<typeof lifeBand>;

export const pullEvent = z.object({
  kind: z.enum([
    'first-commit',
    'opened',
    'ready-for-review',
    'converted-to-draft',
    'review-requested',
    'review-request-removed',
    'approved',
    'changes-requested',
    'commented',
    'dismissed',
    'pushed',
    'head-force-pushed',
    'closed',
    'reopened',
    'merged',
  ]),
  at: instant,
  /** Absent where GitHub names nobody. */
  actor: accountRef.optional(),
  /** Whose review is asked for; a team, or somebody who is hidden from us, by what GitHub tells. */
  asked: z.union([accountRef, z.object({ team: z.string() })]).optional(),
  /** Of a push. */
  commits: z.number().int().optional(),
  /** Comments in a review, or one after the other. */
  comments: z.number().int().optional(),
  threads: z.number().int().optional(),
  oid: z.string().optional(),
});
export type PullEvent = z.output<typeof pullEvent>;

const reviewer = z.object({
  account: accountRef,
  /** The latest answer; absent for somebody who was asked and gave none. */
  answer: z.enum(['approved', 'changes-requested', 'commented', 'dismissed']).optional(),
  answeredAt: instant.optional(),
  /** A review is asked of them now. */
  isAsked: z.boolean(),
});
export type Reviewer = z.output<typeof reviewer>;

const exclusion = z.object({
  kind: z.enum(['person', 'bot', 'ai-agent', 'pull-request', 'rule', 'repository']),
  reason: z.string(),
  /** Who excluded it by hand, and when. */
  by: z.string().optional(),
  at: instant.optional(),
});

const pullFigure = z.object({
  /** A metric, by its id. */
  metric: z.string(),
  name: z.string(),
  /** It is among the rows of the figure, among those without a value, or not among those the figure is about. */
  standing: z.enum(['counted', 'missing', 'not-of-it']),
  /** Why it does not count, a sentence. */
  why: z.string().optional(),
  /** The rows it is among, on the day it counts for; else what the metric counts. */
  path: z.string(),
});
export type PullFigure = z.output<typeof pullFigure>;

export const pullRequestPage = pullRequestRow.extend({
  /** Deleted at GitHub and kept here: since when. */
  goneAt: instant.optional(),
  mergedBy: accountRef.optional(),
  /** Issues that merging it closes, in repositories the caller may see. */
  closes: z.array(z.object({ fullName: z.string(), number: z.number().int(), url: z.string().optional() })),
  comments: z.number().int(),
  /** Absent until its facts are made, which takes seconds. */
  band: lifeBand.optional(),
  events: z.array(pullEvent),
  reviewers: z.array(reviewer),
  /** From ready to the first response by another person, in seconds. */
  firstResponseS: z.number().int().optional(),
  reviewRounds: z.number().int().optional(),
  threads: z.object({ total: z.number().int(), resolved: z.number().int() }),
  /** What it waits for now, and what of it is beyond its team's agreements. */
  waiting: attentionRow.optional(),
  beyond: z.array(attentionRow),
  /** Lists of it that are not all here, a sentence each. */
  gaps: z.array(z.string()),
  /** Why figures leave it out; absent: it counts. */
  exclusion: exclusion.optional(),
  /** Every figure, by name, and how it stands in it; empty while figures leave it out, and until its facts are made. */
  figures: z.array(pullFigure),
  /** The caller may exclude it and take that back. */
  mayExclude: z.boolean(),
});
export type PullRequestPage = z.output<typeof pullRequestPage>;

const params = z.strictObject({
  host: z.string().max(250),
  owner: z.string().max(250),
  name: z.string().max(250),
  number: idParam,
});

export const getPullRequest = defineRoute({
  id: 'getPullRequest',
  method: 'GET',
  path: '/api/gh/:host/:owner/:name/pull/:number',
  policy: 'signed-in',
  summary: 'One pull request by its address: where its time went, who answered, what it waits for and why.',
  params,
  answer: pullRequestPage,
});

const reason = z
  .string()
  .trim()
  .min(1, 'Say why, for whoever looks later.')
  .max(500, 'At most 500 characters.');

export const excludePullRequest = defineRoute({
  id: 'excludePullRequest',
  method: 'PUT',
  path: '/api/gh/:host/:owner/:name/pull/:number/exclusion',
  policy: 'manager',
  summary: 'Leave one pull request out of all figures, with a reason that everyone reads. It stays in lists.',
  params,
  body: z.strictObject({ reason }),
  answer: nothing,
});

export const includePullRequest = defineRoute({
  id: 'includePullRequest',
  method: 'DELETE',
  path: '/api/gh/:host/:owner/:name/pull/:number/exclusion',
  policy: 'manager',
  summary: 'Take back that a pull request was excluded by hand.',
  params,
  answer: nothing,
});

export const exclusionRuleKind = z.enum(['label', 'title', 'head-branch', 'base-branch', 'repository']);
export type ExclusionRuleKind = z.output<typeof exclusionRuleKind>;

export const exclusionRule = z.object({
  ruleId: id,
  kind: exclusionRuleKind,
  pattern: z.string(),
  reason: z.string(),
  by: z.string().optional(),
  at: instant,
});
export type ExclusionRule = z.output<typeof exclusionRule>;

export const listExclusionRules = defineRoute({
  id: 'listExclusionRules',
  method: 'GET',
  path: '/api/exclusion-rules',
  policy: 'manager',
  summary: 'Rules that leave pull requests out of figures, the oldest first.',
  answer: z.object({ rules: z.array(exclusionRule) }),
});

export const addExclusionRule = defineRoute({
  id: 'addExclusionRule',
  method: 'POST',
  path: '/api/exclusion-rules',
  policy: 'manager',
  summary:
    'Leave out every pull request that fits: * in the pattern stands for anything, case makes no difference. Figures follow within seconds.',
  body: z.strictObject({
    kind: exclusionRuleKind,
    pattern: z.string().trim().min(1, 'Enter what it must fit, such as deps/*.').max(250),
    reason,
  }),
  answer: exclusionRule,
});

export const removeExclusionRule = defineRoute({
  id: 'removeExclusionRule',
  method: 'DELETE',
  path: '/api/exclusion-rules/:ruleId',
  policy: 'manager',
  summary: 'Take a rule away; what it left out counts again within seconds.',
  params: z.strictObject({ ruleId: idParam }),
  answer: nothing,
});
