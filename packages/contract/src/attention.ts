import * as z from 'zod';
import { id, idParam, instant, nothing } from './fields.ts';
import { ignoredParameter, namedPullRequest, period, periodText, scope } from './reports.ts';
import { defineRoute } from './route.ts';

/** What a team agrees on. Hours are elapsed hours. */
export const agreementKind = z.enum([
  'first-review',
  're-review',
  'changes-requested',
  'not-merged',
  'open-too-long',
  'oversized',
  'unreviewed',
]);
export type AgreementKind = z.output<typeof agreementKind>;

/** Where a row stands: by what it waits for; what bots and AI agents opened stands apart. */
export const attentionGroup = z.enum([...agreementKind.options, 'robots']);
export type AttentionGroup = z.output<typeof attentionGroup>;

export const attentionRow = namedPullRequest.extend({
  group: attentionGroup,
  /** Which agreement it is held to. */
  agreement: agreementKind,
  /** Names of those whose turn it is; none where anybody may take it. */
  turnOf: z.array(z.string()),
  sinceAt: instant,
  isBeyond: z.boolean(),
  /** "a review was asked of you 26 h ago" */
  cause: z.string(),
  /** "Payments agreed on 24 h; that was 2 h ago" */
  until: z.string(),
  /** The whole: "Waiting because a review was asked of you 26 h ago. …" */
  sentence: z.string(),
  /** When a snoozed row comes back; it comes earlier when something new happens on it. */
  snoozedUntilAt: instant.optional(),
  /** Why it is left out. */
  leftOutReason: z.string().optional(),
});
export type AttentionRow = z.output<typeof attentionRow>;

/** Why it is not known what waits for a reader, and whom to ask. */
const unlinked = z.object({
  cause: z.enum(['no-person', 'no-account']),
  /** Set where the caller is a person without an account. */
  personSlug: z.string().optional(),
  /** Administrators, by name. */
  ask: z.array(z.string()),
});
export type Unlinked = z.output<typeof unlinked>;

export const attentionList = z.object({
  of: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('me') }),
    z.object({ kind: z.literal('my-teams') }),
    z.object({ kind: z.literal('team'), slug: z.string(), name: z.string(), hasAgreements: z.boolean() }),
    z.object({ kind: z.literal('repository'), fullName: z.string() }),
  ]),
  /** "3 things wait for you." */
  sentence: z.string(),
  rows: z.array(attentionRow),
  /** How many there are; the groups' counts add up to it. */
  total: z.number().int(),
  next: z.string().optional(),
  groups: z.array(z.object({ group: attentionGroup, count: z.number().int() })),
  /** The caller's own pull requests that wait for others; for the caller's own list alone. */
  others: z.number().int().optional(),
  /** Rows the caller snoozed. */
  snoozed: z.number().int(),
  /** Rows left out by a rule, by hand or with a person. */
  leftOut: z.number().int(),
  unlinked: unlinked.optional(),
  ignored: z.array(ignoredParameter),
  scope,
});
export type AttentionList = z.output<typeof attentionList>;

export const listAttention = defineRoute({
  id: 'listAttention',
  method: 'GET',
  path: '/api/attention',
  policy: 'signed-in',
  summary:
    'What waits: for the caller, or with `team` (a name in the address, or @mine) or `repo` what is beyond the agreements there. `show` gives what waits for others, what the caller snoozed, or what is left out; `limits=agreed` leaves out what is beyond Throughline’s own limits alone.',
  query: z.strictObject({
    team: z.string().max(250).optional(),
    repo: z.string().max(250).optional(),
    kind: z.string().max(250).optional(),
    show: z.string().max(250).optional(),
    limits: z.string().max(250).optional(),
    after: z.string().max(200).optional(),
  }),
  answer: attentionList,
});

export const setSnooze = defineRoute({
  id: 'setSnooze',
  method: 'PUT',
  path: '/api/attention/snoozes',
  policy: 'signed-in',
  summary:
    'Put something off, for the caller alone, until an instant at most a year away or until something new happens on it.',
  body: z.strictObject({
    repositoryId: id,
    number: z.number().int().positive(),
    agreement: agreementKind,
    untilAt: instant,
  }),
  answer: nothing,
});

export const endSnooze = defineRoute({
  id: 'endSnooze',
  method: 'DELETE',
  path: '/api/attention/snoozes/:repositoryId/:number/:agreement',
  policy: 'signed-in',
  summary: 'Bring back what the caller put off.',
  params: z.strictObject({ repositoryId: idParam, number: idParam, agreement: z.string().max(50) }),
  answer: nothing,
});

const setter = z.object({ slug: z.string(), name: z.string() });

export const agreement = z.object({
  kind: agreementKind,
  unit: z.enum(['hours', 'days', 'lines', 'none']),
  /** What holds; null is no limit. For `unreviewed` 0 is "none" and null is "allowed". */
  value: z.number().int().nullable(),
  whose: z.enum(['own', 'above', 'throughline']),
  /** The team that set it; absent for Throughline's own limit. */
  setBy: setter.optional(),
  /** Who set the team's own, and when. */
  byName: z.string().optional(),
  setAt: instant.optional(),
  /** What would hold if the team set nothing. */
  otherwise: z.object({ value: z.number().int().nullable(), setBy: setter.optional() }),
});
export type Agreement = z.output<typeof agreement>;

export const teamAgreements = z.object({
  team: setter,
  mayChange: z.boolean(),
  agreements: z.array(agreement),
});
export type TeamAgreements = z.output<typeof teamAgreements>;

const teamParams = z.strictObject({ slug: z.string().min(1).max(250) });

export const getAgreements = defineRoute({
  id: 'getAgreements',
  method: 'GET',
  path: '/api/teams/:slug/agreements',
  policy: 'signed-in',
  summary: 'The working agreements of a team, and whose each is.',
  params: teamParams,
  answer: teamAgreements,
});

const hours = z.number().int().min(1, 'At least 1 hour.').max(8760, 'At most 8,760 hours, a year.');

/** Only what is given is set by the team itself; null is "no limit". */
export const agreementLimits = z.strictObject({
  'first-review': hours.nullable().optional(),
  're-review': hours.nullable().optional(),
  'changes-requested': hours.nullable().optional(),
  'not-merged': hours.nullable().optional(),
  'open-too-long': z
    .number()
    .int()
    .min(1, 'At least 1 day.')
    .max(365, 'At most 365 days.')
    .nullable()
    .optional(),
  oversized: z
    .number()
    .int()
    .min(1, 'At least 1 line.')
    .max(1_000_000, 'At most 1,000,000 lines.')
    .nullable()
    .optional(),
  unreviewed: z.literal(0).nullable().optional(),
});
export type AgreementLimits = z.output<typeof agreementLimits>;

export const setAgreements = defineRoute({
  id: 'setAgreements',
  method: 'PUT',
  path: '/api/teams/:slug/agreements',
  policy: 'signed-in',
  summary: 'Set exactly these working agreements; for leads of the team, managers and administrators.',
  params: teamParams,
  body: z.strictObject({ limits: agreementLimits }),
  answer: teamAgreements,
});

export const teamExceptions = z.object({
  team: setter,
  /** False where neither the team nor one above it agreed on anything. */
  hasAgreements: z.boolean(),
  period,
  sentence: z.string(),
  rows: z.array(attentionRow),
  total: z.number().int(),
  next: z.string().optional(),
  groups: z.array(z.object({ group: attentionGroup, count: z.number().int() })),
  ignored: z.array(ignoredParameter),
  scope,
});
export type TeamExceptions = z.output<typeof teamExceptions>;

export const listExceptions = defineRoute({
  id: 'listExceptions',
  method: 'GET',
  path: '/api/teams/:slug/exceptions',
  policy: 'signed-in',
  summary: 'What went beyond the agreements of a team in a period, this week without one.',
  params: teamParams,
  query: z.strictObject({
    period: periodText.optional(),
    kind: z.string().max(250).optional(),
    after: z.string().max(200).optional(),
  }),
  answer: teamExceptions,
});

const mergedRow = namedPullRequest.omit({ author: true }).extend({ mergedAt: instant });

export const home = z.object({
  /** "3 things wait for you." Absent while it is not known who the caller is at GitHub. */
  sentence: z.string(),
  mine: z.object({ rows: z.array(attentionRow), total: z.number().int(), snoozed: z.number().int() }),
  /** The caller's own pull requests that wait for others. */
  others: z.number().int(),
  unlinked: unlinked.optional(),
  /** The caller's teams by name, with what is beyond what each agreed on. */
  teams: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      hasAgreements: z.boolean(),
      mayChange: z.boolean(),
      rows: z.array(attentionRow),
      total: z.number().int(),
    }),
  ),
  /** The caller's last three merges. */
  lastMerged: z.array(mergedRow),
  scope,
});
export type Home = z.output<typeof home>;

export const getHome = defineRoute({
  id: 'getHome',
  method: 'GET',
  path: '/api/home',
  policy: 'signed-in',
  summary: 'What waits for the caller, and what in their teams is beyond what those agreed on.',
  answer: home,
});
