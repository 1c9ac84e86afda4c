import { notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { loadAgreeingTeams } from './agreements.sql.ts';
import type { Item } from './arrange-attention.ts';
import type { AttentionOf } from './attention-query.ts';
import { findLimits, hasAgreed } from './limits.ts';
import {
  type At,
  loadItemsOfPerson,
  loadItemsOfRepositories,
  loadItemsOfTeam,
  loadItemsOfTeams,
} from './load-items.sql.ts';
import { loadTeamsOf, openTeam } from './teams-of.sql.ts';

/** Whose list it is, as its page is headed. */
export type Subject =
  | { readonly kind: 'me' }
  | { readonly kind: 'my-teams' }
  | { readonly kind: 'team'; readonly slug: string; readonly name: string; readonly hasAgreements: boolean }
  | { readonly kind: 'repository'; readonly fullName: string };

export interface Found {
  readonly subject: Subject;
  readonly items: readonly Item[];
  /** The reader's own that wait for others; in the reader's own list alone. */
  readonly others: readonly Item[];
}

/** Everything a list may show. Throws `not-found` for a team that is not there and a repository that is not visible. */
export async function findItems(
  sql: Sql,
  visible: VisibleRepositories,
  of: AttentionOf,
  at: At,
): Promise<Found> {
  switch (of.kind) {
    case 'me': {
      const { mine, others } =
        at.readerId === undefined
          ? { mine: [], others: [] }
          : await loadItemsOfPerson(sql, visible, at.readerId, at);
      return { subject: of, items: mine, others };
    }
    case 'my-teams': {
      const teams = at.readerId === undefined ? [] : await loadTeamsOf(sql, at.readerId, at.on);
      const teamIds = teams.map(({ teamId }) => teamId);
      return { subject: of, items: await loadItemsOfTeams(sql, visible, teamIds, at), others: [] };
    }
    case 'team': {
      const { teamId, slug, name } = await openTeam(sql, of.slug);
      const teams = await loadAgreeingTeams(sql);
      const items = await loadItemsOfTeam(sql, visible, { teams, teamId }, at);
      const hasAgreements = hasAgreed(findLimits(teams, teamId));
      return { subject: { kind: 'team', slug, name, hasAgreements }, items, others: [] };
    }
    case 'repository': {
      const repositories = await loadNamedRepositories(sql, visible, of.fullName);
      const [first] = repositories;
      if (first === undefined) throw notFound();
      const ids = repositories.map(({ repositoryId }) => repositoryId);
      const items = await loadItemsOfRepositories(sql, visible, ids, at);
      return { subject: { kind: 'repository', fullName: first.fullName }, items, others: [] };
    }
  }
}

/** Repositories of that name; more than one where several hosts have one. */
const loadNamedRepositories = (sql: Sql, visible: VisibleRepositories, fullName: string) =>
  sql.query<{ repositoryId: number; fullName: string }>(
    `select repository_id as "repositoryId", owner_login || '/' || name as "fullName"
     from v_repository
     where repository_id = any($1::bigint[])
       and lower(owner_login || '/' || name) = lower($2::text)`,
    [visible.ids, fullName],
  );
