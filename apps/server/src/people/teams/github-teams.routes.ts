import {
  type GithubTeamOffer,
  listGithubTeams,
  type RouteAnswer,
  stepTeam,
  takeGithubTeams,
} from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../../access/index.ts';
import { loadConnections } from '../../github-access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { AccountDependencies } from '../dependencies.ts';
import { findOrganisation, loadLinkedGithubIds, loadTakenTeams } from './github-members.sql.ts';
import { openTeam } from './open-team.sql.ts';
import { readTeams } from './read-teams.client.ts';
import { stepTeams } from './step-teams.sql.ts';
import { takeTeams } from './take-teams.sql.ts';
import { loadTeamAnswer } from './team-answer.sql.ts';
import { findTeamBySlug, loadToday, type TeamRecord } from './teams.sql.ts';

type Offers = RouteAnswer<typeof listGithubTeams>;

/** Teams from GitHub: what is there, taking them over, and looking again now. */
export const githubTeamRoutes = (deps: AccountDependencies): readonly RouteHandler[] => [
  handle(listGithubTeams, async () => {
    const connections = await loadConnections(deps.database);
    const answers = await Promise.all(
      connections.map(({ connectionId, organisation }) => offerTeams(deps, connectionId, organisation)),
    );
    return {
      teams: answers.flatMap(({ teams }) => teams),
      unasked: answers.flatMap(({ unasked }) => unasked),
    };
  }),
  handle(takeGithubTeams, async ({ body, reader }) => {
    const { connectionId, ...asked } = body;
    const found = await readTeams(deps, connectionId, { lane: 'person' });
    return deps.database.transaction(async (tx) => {
      const made = await takeTeams(tx, { ...found, ...asked, createdBy: reader.userId });
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'teams.taken-from-github',
        subject: `connection:${connectionId}`,
        detail: { teams: made.map(({ teamId }) => teamId), isKept: asked.isKept },
      });
      return { teams: made.map(({ slug, name }) => ({ slug, name })) };
    });
  }),
  handle(stepTeam, async ({ params, reader }) => {
    const team = await openTeam(deps.database, reader, { slug: params.slug, deed: 'change' });
    await stepOne(deps, team);
    return loadTeamAnswer(deps.database, reader, (await findTeamBySlug(deps.database, team.slug)) ?? team);
  }),
];

async function offerTeams(
  deps: AccountDependencies,
  connectionId: number,
  organisation: string,
): Promise<Offers> {
  try {
    const { read, hostId, organisationId } = await readTeams(deps, connectionId, { lane: 'person' });
    const members = read.teams.flatMap((team) => team.members.map(({ account }) => account.githubId));
    const linked = await loadLinkedGithubIds(deps.database, hostId, members);
    const taken = await loadTakenTeams(deps.database, organisationId);
    const names = new Map(read.teams.map(({ githubId, name }) => [githubId, name]));
    const teams = read.teams.map((team): GithubTeamOffer => {
      const madeAs = taken.find(({ githubTeamId }) => githubTeamId === team.githubId);
      const parentName = names.get(team.parentGithubId ?? 0);
      return {
        organisation,
        connectionId,
        githubTeamId: team.githubId,
        name: team.name,
        slug: team.slug,
        members: team.members.length,
        unlinked: team.members.filter(({ account }) => !linked.has(account.githubId)).length,
        ...(parentName === undefined ? {} : { parentName }),
        ...(madeAs === undefined ? {} : { madeAs: { slug: madeAs.slug, name: madeAs.name } }),
      };
    });
    const reason = 'GitHub did not show all of its teams.';
    return { teams, unasked: read.isWhole ? [] : [{ organisation, reason }] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { teams: [], unasked: [{ organisation, reason: error.message }] };
  }
}

async function stepOne(deps: AccountDependencies, team: TeamRecord): Promise<void> {
  const organisation =
    team.organisationId === undefined
      ? undefined
      : await findOrganisation(deps.database, team.organisationId);
  if (organisation?.connectionId === undefined || !team.isKept) {
    throw new AppError(
      'input-invalid',
      'This team does not follow one at GitHub. Turn that on in its settings.',
    );
  }
  const { read, hostId, organisationId } = await readTeams(deps, organisation.connectionId, {
    lane: 'person',
  });
  await deps.database.transaction(async (tx) => {
    const kept = (await loadTakenTeams(tx, organisationId)).filter(({ isKept }) => isKept);
    await stepTeams(tx, { hostId, teams: kept, read, today: await loadToday(tx) });
  });
}
