import type { AccountRecord, TeamRecord as GithubTeam, OrganisationTeams } from '@throughline/github';
import type { Sql } from '../../platform/sql/index.ts';
import { upsertAccounts } from '../accounts.sql.ts';
import { loadLinkedMembers, noteGithubMembers, noteSteps, type TakenTeam } from './github-members.sql.ts';
import { planStep } from './plan-step.ts';
import { type HeldMembership, loadMemberships, lockMembers, replaceMemberships } from './team-members.sql.ts';

/** Teams here that were made from GitHub's, and what a reading found of those. */
export interface Step {
  readonly hostId: number;
  readonly teams: readonly TakenTeam[];
  readonly read: OrganisationTeams;
  /** Today in the workspace's zone; who joins is a member since then, or since `seenOn` where that is told. */
  readonly today: string;
  readonly seenOn?: string;
}

/** Lets teams follow what a reading of GitHub found. A team that the reading lacks, or lacks members of, loses nobody. */
export async function stepTeams(
  tx: Sql,
  { hostId, teams, read, today, seenOn = today }: Step,
): Promise<void> {
  const pairs = pairUp(teams, read.teams);
  const teamIds = pairs.map(({ teamId }) => teamId);
  const accountIds = await storeAccounts(tx, hostId, read);
  await lockMembers(tx, teamIds);
  await noteGithubMembers(
    tx,
    pairs.map(({ teamId, github }) => ({
      teamId,
      isWhole: github.areMembersWhole,
      members: github.members.flatMap(({ account, isMaintainer }) => {
        const accountId = accountIds.get(account.githubId);
        return accountId === undefined ? [] : [{ accountId, isMaintainer }];
      }),
    })),
    seenOn,
  );
  const linked = await loadLinkedMembers(tx, teamIds);
  const held = await loadMemberships(tx, teamIds);
  const changes = pairs.flatMap(({ teamId, github }) =>
    planStep({
      held: groupByPerson(held.filter((one) => one.teamId === teamId)),
      linked: linked.filter((one) => one.teamId === teamId),
      isWhole: github.areMembersWhole,
      today,
    }).map((change) => ({ teamId, ...change })),
  );
  await replaceMemberships(tx, changes);
  await noteSteps(
    tx,
    teams.map((team) => ({ teamId: team.teamId, problem: toProblem(team, read) })),
  );
}

interface Pair {
  readonly teamId: number;
  readonly github: GithubTeam;
}

function pairUp(teams: readonly TakenTeam[], found: readonly GithubTeam[]): readonly Pair[] {
  const byId = new Map(found.map((one) => [one.githubId, one]));
  return teams.flatMap(({ teamId, githubTeamId }) => {
    const github = byId.get(githubTeamId);
    return github === undefined ? [] : [{ teamId, github }];
  });
}

function storeAccounts(
  tx: Sql,
  hostId: number,
  read: OrganisationTeams,
): Promise<ReadonlyMap<number, number>> {
  const accounts = new Map<number, AccountRecord>(
    read.teams.flatMap(({ members }) => members.map(({ account }) => [account.githubId, account] as const)),
  );
  return upsertAccounts(
    tx,
    hostId,
    [...accounts.values()].map((account) => ({ ...account, observedAt: read.observedAt })),
  );
}

function groupByPerson(held: readonly HeldMembership[]) {
  const groups = Map.groupBy(held, ({ personId }) => personId);
  return new Map([...groups].map(([personId, rows]) => [personId, rows.map((row) => row.membership)]));
}

function toProblem({ githubTeamId }: TakenTeam, read: OrganisationTeams): string | undefined {
  const github = read.teams.find(({ githubId }) => githubId === githubTeamId);
  if (github === undefined) {
    return read.isWhole
      ? 'GitHub does not show this team any more: it was deleted, or the connection’s credential may not see it.'
      : 'GitHub did not show all teams, and this one is not among them.';
  }
  return github.areMembersWhole ? undefined : 'GitHub did not show all members of this team.';
}
