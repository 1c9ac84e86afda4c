import * as z from 'zod';
import { day, id } from './fields.ts';
import { defineRoute } from './route.ts';
import { named, team, teamParams } from './teams.ts';

export const githubTeamOffer = z.object({
  organisation: z.string(),
  connectionId: id,
  githubTeamId: id,
  name: z.string(),
  slug: z.string(),
  /** The GitHub team it is part of. */
  parentName: z.string().optional(),
  members: z.number().int(),
  /** Members at GitHub who belong to no person here. */
  unlinked: z.number().int(),
  /** The team here that was made from it. */
  madeAs: named.optional(),
});
export type GithubTeamOffer = z.output<typeof githubTeamOffer>;

export const listGithubTeams = defineRoute({
  id: 'listGithubTeams',
  method: 'GET',
  path: '/api/github-teams',
  policy: 'manager',
  summary: 'Teams at GitHub, asked for now, with what became of them here.',
  answer: z.object({
    teams: z.array(githubTeamOffer),
    /** Organisations that could not be asked, or not whole, each with the reason. */
    unasked: z.array(z.object({ organisation: z.string(), reason: z.string() })),
  }),
});

export const takeGithubTeams = defineRoute({
  id: 'takeGithubTeams',
  method: 'POST',
  path: '/api/github-teams',
  policy: 'manager',
  summary:
    'Make teams of GitHub’s, nested as there. GitHub does not say since when somebody is a member: `fromOn` does.',
  body: z.strictObject({
    connectionId: id,
    githubTeamIds: z.array(id).min(1, 'Pick at least one team.').max(500),
    fromOn: day,
    isKept: z.boolean(),
  }),
  answer: z.object({ teams: z.array(named) }),
});

export const stepTeam = defineRoute({
  id: 'stepTeam',
  method: 'POST',
  path: '/api/teams/:slug/steps',
  policy: 'signed-in',
  summary:
    'Look at GitHub now and take over who joined and who left. For managers, administrators and the team’s leads.',
  params: teamParams,
  answer: team,
});
