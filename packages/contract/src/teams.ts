import * as z from 'zod';
import { day, id, instant, nothing, zone } from './fields.ts';
import { defineRoute } from './route.ts';
import { workingDays } from './weekdays.ts';

/** Contributors work in a team: figures are made of their work. Viewers read along. */
export const teamPart = z.enum(['contributor', 'viewer']);
export type TeamPart = z.output<typeof teamPart>;

export const named = z.object({ slug: z.string(), name: z.string() });

export const teamRow = z.object({
  slug: z.string(),
  name: z.string(),
  /** The team it is part of. */
  parentSlug: z.string().optional(),
  /** True where the caller is a member today. */
  isMine: z.boolean(),
  isDemo: z.boolean(),
  /** Who works in the team itself today, without the teams below it. */
  contributors: z.number().int(),
  /** Today's leads, by name. */
  leads: z.array(named),
});
export type TeamRow = z.output<typeof teamRow>;

export const listTeams = defineRoute({
  id: 'listTeams',
  method: 'GET',
  path: '/api/teams',
  policy: 'signed-in',
  summary: 'All teams by name, each with the team it is part of; or the caller’s own.',
  query: z.strictObject({ mine: z.literal('true').optional() }),
  answer: z.object({ teams: z.array(teamRow), mayCreate: z.boolean() }),
});

/** A time in a team: from `fromOn` until the day before `untilOn`, or for good. */
export const membership = z.object({
  part: teamPart,
  isLead: z.boolean(),
  fromOn: day,
  untilOn: day.optional(),
  source: z.enum(['hand', 'csv', 'github']),
});
export type Membership = z.output<typeof membership>;

export const teamMember = membership.extend({ person: named.extend({ isMe: z.boolean() }) });
export type TeamMember = z.output<typeof teamMember>;

/** A team that was made from one at GitHub. */
const githubTeam = z.object({
  organisation: z.string(),
  isKept: z.boolean(),
  /** When its members were last read whole. */
  steppedAt: instant.optional(),
  /** Why the last reading was not whole; nothing was taken away then. */
  problem: z.string().optional(),
  /** Who is in it at GitHub and belongs to no person here, by login. */
  unlinked: z.array(z.object({ login: z.string(), seenOn: day })),
});

export const team = z.object({
  teamId: id,
  slug: z.string(),
  name: z.string(),
  /** The teams it is part of, the outermost first. */
  above: z.array(named),
  /** The teams that are part of it, by name. */
  below: z.array(named),
  zone: z.string().optional(),
  /** 1 is Monday, 7 is Sunday. */
  workingDays: z.array(z.number().int().min(1).max(7)),
  isDemo: z.boolean(),
  isMine: z.boolean(),
  /** Whether the caller may change its members and settings. */
  mayEdit: z.boolean(),
  /** Whether the caller may move and delete it. */
  mayMove: z.boolean(),
  /** Today, as the workspace's zone has it. */
  today: day,
  /** Members of today, by name. */
  members: z.array(teamMember),
  /** Who comes later. */
  futureMembers: z.array(teamMember),
  /** Who left, or had another part, latest first. */
  formerMembers: z.array(teamMember),
  github: githubTeam.optional(),
});
export type Team = z.output<typeof team>;

export const teamParams = z.strictObject({ slug: z.string().min(1).max(250) });

export const getTeam = defineRoute({
  id: 'getTeam',
  method: 'GET',
  path: '/api/teams/:slug',
  policy: 'signed-in',
  summary: 'A team with its members, by day.',
  params: teamParams,
  answer: team,
});

const teamName = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(100, 'A team’s name has at most 100 characters.');

export const createTeam = defineRoute({
  id: 'createTeam',
  method: 'POST',
  path: '/api/teams',
  policy: 'manager',
  summary: 'Make a team, on its own or as part of another.',
  body: z.strictObject({
    name: teamName,
    parent: z.string().max(250).optional(),
    zone: zone.optional(),
    workingDays: workingDays.optional(),
  }),
  answer: team,
});

export const updateTeam = defineRoute({
  id: 'updateTeam',
  method: 'PATCH',
  path: '/api/teams/:slug',
  policy: 'signed-in',
  summary:
    'Change a team. null takes the zone away, or takes the team out of the one it is part of. For managers, administrators and its leads; moving it for managers and administrators.',
  params: teamParams,
  body: z.strictObject({
    name: teamName.optional(),
    parent: z.string().max(250).nullable().optional(),
    zone: zone.nullable().optional(),
    workingDays: workingDays.optional(),
    /** For a team made from one at GitHub: whether its members follow GitHub’s. */
    isKept: z.boolean().optional(),
  }),
  answer: team,
});

export const deleteTeam = defineRoute({
  id: 'deleteTeam',
  method: 'DELETE',
  path: '/api/teams/:slug',
  policy: 'manager',
  summary: 'Delete a team with its memberships. Teams below it move up.',
  params: teamParams,
  answer: nothing,
});

const span = { fromOn: day, untilOn: day.optional() };

/** `member`: is one in that time, whatever was there before. `ended`: is none from a day on. `restored`: exactly these. */
const membershipChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('member'), part: teamPart, isLead: z.boolean(), ...span }),
  z.strictObject({ kind: z.literal('ended'), untilOn: day }),
  z.strictObject({ kind: z.literal('restored'), memberships: z.array(membership.strict()).max(100) }),
]);
export type MembershipChange = z.output<typeof membershipChange>;

export const changeMembership = defineRoute({
  id: 'changeMembership',
  method: 'POST',
  path: '/api/teams/:slug/members/:person',
  policy: 'signed-in',
  summary:
    'Add somebody from a day on, end it on a day, change their part from a day on, or put back what was. For managers, administrators and the team’s leads.',
  params: z.strictObject({ slug: z.string().min(1).max(250), person: z.string().min(1).max(250) }),
  body: membershipChange,
  /** What was and what is now: handing `before` back as `restored` undoes it. */
  answer: z.object({ before: z.array(membership), after: z.array(membership) }),
});

export const listTeamCandidates = defineRoute({
  id: 'listTeamCandidates',
  method: 'GET',
  path: '/api/teams/:slug/candidates',
  policy: 'signed-in',
  summary:
    'People who could become members, by name, at most 20. For managers, administrators and the team’s leads.',
  params: teamParams,
  query: z.strictObject({ q: z.string().trim().max(200).optional() }),
  answer: z.object({
    people: z.array(named.extend({ logins: z.array(z.string()) })),
    total: z.number().int(),
  }),
});
