import {
  createTeam,
  deleteTeam,
  getTeam,
  listTeams,
  type RouteInput,
  type Team,
  updateTeam,
} from '@throughline/contract';
import { handle, type RouteHandler, recordAudit, type Viewer } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Database, Sql } from '../../platform/sql/index.ts';
import { forgetGithubMembers } from './github-members.sql.ts';
import { openTeam } from './open-team.sql.ts';
import { mayWithTeam } from './team-access.ts';
import { loadTeamAnswer } from './team-answer.sql.ts';
import { findCircle, toCircleSentence } from './team-tree.ts';
import {
  deleteTeamRow,
  findTeamBySlug,
  insertTeams,
  loadTeamRows,
  loadTeams,
  lockTeams,
  type TeamChange,
  type TeamRecord,
  updateTeamRow,
} from './teams.sql.ts';

/** Teams: the list, making one, opening, changing and deleting one. */
export const teamRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(listTeams, async ({ query, reader }) => {
    const teams = await loadTeamRows(database, reader.userId);
    return {
      teams: teams.filter(({ isMine }) => query.mine === undefined || isMine),
      mayCreate: mayWithTeam(reader, 'make'),
    };
  }),
  handle(createTeam, async ({ body, reader }) =>
    database.transaction(async (tx) => {
      const { parent, ...given } = body;
      const parentTeamId = await findParentId(tx, parent);
      const [team] = await insertTeams(tx, [{ ...given, parentTeamId, createdBy: reader.userId }]);
      if (team === undefined) throw new Error('An insert of a team returned no row.');
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'team.created',
        subject: `team:${team.teamId}`,
      });
      return loadTeamAnswer(tx, reader, team);
    }),
  ),
  handle(getTeam, async ({ params, reader }) =>
    loadTeamAnswer(database, reader, await openTeam(database, reader, { slug: params.slug, deed: 'see' })),
  ),
  handle(updateTeam, async ({ params, body, reader }) =>
    database.transaction((tx) => changeTeam(tx, reader, { slug: params.slug, change: body })),
  ),
  handle(deleteTeam, async ({ params, reader }) =>
    database.transaction(async (tx) => {
      const team = await openTeam(tx, reader, { slug: params.slug, deed: 'move' });
      await deleteTeamRow(tx, team);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'team.deleted',
        subject: `team:${team.teamId}`,
        detail: { name: team.name },
      });
      return {};
    }),
  ),
];

interface AskedChange {
  readonly slug: string;
  readonly change: RouteInput<typeof updateTeam>['body'];
}

async function changeTeam(tx: Sql, reader: Viewer, { slug, change }: AskedChange): Promise<Team> {
  const { parent, ...given } = change;
  const team = await openTeam(tx, reader, { slug, deed: parent === undefined ? 'change' : 'move' });
  const place = parent === undefined ? {} : await readPlace(tx, team, parent);
  await updateTeamRow(tx, team.teamId, { ...given, ...place });
  if (given.isKept === false) await forgetGithubMembers(tx, [team.teamId]);
  await recordAudit(tx, {
    actorUserId: reader.userId,
    action: 'team.changed',
    subject: `team:${team.teamId}`,
    detail: { fields: Object.keys(change) },
  });
  return loadTeamAnswer(tx, reader, (await findTeamBySlug(tx, team.slug)) ?? team);
}

async function findParentId(tx: Sql, slug: string | undefined): Promise<number | undefined> {
  if (slug === undefined) return undefined;
  const parent = await findTeamBySlug(tx, slug);
  if (parent !== undefined) return parent.teamId;
  throw new AppError('input-invalid', 'There is no such team to be part of. Choose one from the list.', {
    fields: { parent: 'Choose a team from the list.' },
  });
}

/** Where a team shall hang. Throws `team-circle` where it would be above itself. */
async function readPlace(
  tx: Sql,
  team: TeamRecord,
  slug: string | null,
): Promise<Pick<TeamChange, 'parentTeamId'>> {
  if (slug === null) return { parentTeamId: null };
  await lockTeams(tx);
  const parentTeamId = await findParentId(tx, slug);
  const teams = await loadTeams(tx);
  const circle = findCircle([
    { key: team.teamId, parent: parentTeamId },
    ...teams
      .filter(({ teamId }) => teamId !== team.teamId)
      .map((one) => ({ key: one.teamId, parent: one.parentTeamId })),
  ]);
  if (circle === undefined) return { parentTeamId: parentTeamId ?? null };
  const names = new Map(teams.map(({ teamId, name }) => [teamId, name]));
  const sentence = toCircleSentence(circle.map((teamId) => names.get(teamId) ?? ''));
  throw new AppError('team-circle', `${sentence} Choose another team, or none.`, {
    fields: { parent: sentence },
  });
}
