import type { TeamRecord as GithubTeam } from '@throughline/github';
import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { forgetGithubMembers, loadTakenTeams, type TakenTeam } from './github-members.sql.ts';
import type { TeamsRead } from './read-teams.client.ts';
import { stepTeams } from './step-teams.sql.ts';
import { findCircle, toCircleSentence } from './team-tree.ts';
import { insertTeams, loadToday, lockTeams, placeTeams } from './teams.sql.ts';

/** Which of the teams that were read shall be teams here, and how. */
export interface TakeTeams extends Omit<TeamsRead, 'organisation'> {
  /** By their id at GitHub; one that is here already, or not there, is left as it is. */
  readonly githubTeamIds: readonly number[];
  /** Today's members count as members since this day: GitHub does not say since when they are. */
  readonly fromOn: string;
  readonly isKept: boolean;
  readonly createdBy?: number | undefined;
  readonly demoHostId?: number | undefined;
}

/** Makes teams of GitHub's, nested as there, with their members. Returns those that were made. */
export async function takeTeams(tx: Sql, asked: TakeTeams): Promise<readonly TakenTeam[]> {
  await lockTeams(tx);
  const known = await loadTakenTeams(tx, asked.organisationId);
  const knownIds = new Set(known.map(({ githubTeamId }) => githubTeamId));
  const wanted = asked.read.teams.filter(
    ({ githubId }) => asked.githubTeamIds.includes(githubId) && !knownIds.has(githubId),
  );
  refuseCircle(asked.read.teams);
  await insertTeams(
    tx,
    wanted.map(({ name, githubId }) => ({
      name,
      organisationId: asked.organisationId,
      githubTeamId: githubId,
      isKept: asked.isKept,
      demoHostId: asked.demoHostId,
      createdBy: asked.createdBy,
    })),
  );
  const taken = await loadTakenTeams(tx, asked.organisationId);
  const made = taken.filter(({ githubTeamId }) => !knownIds.has(githubTeamId));
  await placeTeams(tx, toPlaces(made, taken, wanted));
  const { hostId, read, fromOn } = asked;
  await stepTeams(tx, { hostId, teams: made, read, today: await loadToday(tx), seenOn: fromOn });
  if (!asked.isKept) {
    await forgetGithubMembers(
      tx,
      made.map(({ teamId }) => teamId),
    );
  }
  return made;
}

/** GitHub would not have one; what claims to be it might. */
function refuseCircle(teams: readonly GithubTeam[]): void {
  const circle = findCircle(
    teams.map(({ githubId, parentGithubId }) => ({ key: githubId, parent: parentGithubId })),
  );
  if (circle === undefined) return;
  const names = circle.map((id) => teams.find(({ githubId }) => githubId === id)?.name ?? '');
  throw new AppError('team-circle', `${toCircleSentence(names)} Nothing was taken. Mend it at GitHub first.`);
}

function toPlaces(made: readonly TakenTeam[], taken: readonly TakenTeam[], found: readonly GithubTeam[]) {
  const teamIds = new Map(taken.map(({ githubTeamId, teamId }) => [githubTeamId, teamId]));
  const parents = new Map(found.map(({ githubId, parentGithubId }) => [githubId, parentGithubId]));
  return made.map(({ teamId, githubTeamId }) => ({
    teamId,
    parentTeamId: teamIds.get(parents.get(githubTeamId) ?? 0),
  }));
}
