import type { Team, TeamMember } from '@throughline/contract';
import type { Viewer } from '../../access/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { findOrganisation, loadUnlinkedMembers } from './github-members.sql.ts';
import { mayWithTeam } from './team-access.ts';
import { loadTeamMembers } from './team-members.sql.ts';
import { loadLeadUserIds, loadTeams, loadToday, type TeamRecord } from './teams.sql.ts';

/** A team as its pages show it, with what the reader may do with it. */
export async function loadTeamAnswer(sql: Sql, viewer: Viewer, team: TeamRecord): Promise<Team> {
  const all = await loadTeams(sql);
  const members = await loadTeamMembers(sql, team.teamId, viewer.userId);
  const leadUserIds = await loadLeadUserIds(sql, team.teamId);
  const today = await loadToday(sql);
  const github = await loadGithubSide(sql, team);
  const present = members.filter((one) => isOn(one, today));
  return {
    teamId: team.teamId,
    slug: team.slug,
    name: team.name,
    above: toAbove(all, team),
    below: all.filter(({ parentTeamId }) => parentTeamId === team.teamId).map(toNamed),
    ...(team.zone === undefined ? {} : { zone: team.zone }),
    workingDays: [...team.workingDays],
    isDemo: team.isDemo,
    isMine: present.some(({ person }) => person.isMe),
    mayEdit: mayWithTeam(viewer, 'change', { leadUserIds }),
    mayMove: mayWithTeam(viewer, 'move', { leadUserIds }),
    today,
    members: present,
    futureMembers: members.filter(({ fromOn }) => fromOn > today),
    formerMembers: members
      .filter(({ untilOn }) => untilOn !== undefined && untilOn <= today)
      .toSorted((one, other) => (other.untilOn ?? '').localeCompare(one.untilOn ?? '')),
    ...(github === undefined ? {} : { github }),
  };
}

const isOn = ({ fromOn, untilOn }: TeamMember, today: string): boolean =>
  fromOn <= today && (untilOn === undefined || untilOn > today);

const toNamed = ({ slug, name }: TeamRecord) => ({ slug, name });

/** The outermost first. Places make no circle: every change of them is checked. */
function toAbove(all: readonly TeamRecord[], team: TeamRecord): Team['above'] {
  const byId = new Map(all.map((one) => [one.teamId, one]));
  const above: TeamRecord[] = [];
  for (
    let at = byId.get(team.parentTeamId ?? 0);
    at !== undefined && above.length < all.length;
    at = byId.get(at.parentTeamId ?? 0)
  )
    above.unshift(at);
  return above.map(toNamed);
}

async function loadGithubSide(sql: Sql, team: TeamRecord): Promise<Team['github']> {
  if (team.organisationId === undefined) return undefined;
  const organisation = await findOrganisation(sql, team.organisationId);
  const unlinked = await loadUnlinkedMembers(sql, team.teamId);
  return {
    organisation: organisation?.login ?? '',
    isKept: team.isKept,
    ...(team.steppedAt === undefined ? {} : { steppedAt: team.steppedAt.toISOString() }),
    ...(team.problem === undefined ? {} : { problem: team.problem }),
    unlinked: [...unlinked],
  };
}
