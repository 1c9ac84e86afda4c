import type { Viewer } from '../../access/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { mayWithTeam, type TeamDeed } from './team-access.ts';
import { findTeamBySlug, loadLeadUserIds, type TeamRecord } from './teams.sql.ts';

/**
 * The team an address names, for a reader who may do this with it. Throws `not-found` for a team that does not exist and
 * for a deed that is not the reader's: the two look alike.
 */
export async function openTeam(
  sql: Sql,
  viewer: Viewer,
  { slug, deed }: { readonly slug: string; readonly deed: TeamDeed },
): Promise<TeamRecord> {
  const team = await findTeamBySlug(sql, slug);
  if (team === undefined) throw notFound();
  if (mayWithTeam(viewer, deed)) return team;
  if (mayWithTeam(viewer, deed, { leadUserIds: await loadLeadUserIds(sql, team.teamId) })) return team;
  throw notFound();
}
