import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { loadAgreeingTeams, loadLimitsOf } from './agreements.sql.ts';
import type { Item } from './arrange-attention.ts';
import {
  type FactRow,
  loadFactsByPerson,
  loadFactsByRepository,
  loadFactsByTeams,
  loadFactsOf,
} from './attention-facts.sql.ts';
import { findAsAuthor, findAsReviewer, findBeyond } from './find-items.ts';
import { type AgreeingTeam, findLimits } from './limits.ts';
import { loadReviewerParts } from './reviewer-parts.sql.ts';

/** When it is, and for whom. */
export interface At {
  readonly now: Date;
  /** The day in the workspace's zone: membership goes by days. */
  readonly on: string;
  /** The reader's own person, where there is one. */
  readonly readerId: number | undefined;
}

/** What waits for a person, as author and as reviewer, and which of their own wait for others. */
export async function loadItemsOfPerson(
  sql: Sql,
  visible: VisibleRepositories,
  personId: number,
  { on }: At,
): Promise<{ readonly mine: readonly Item[]; readonly others: readonly Item[] }> {
  const [own, parts, teams] = await Promise.all([
    loadFactsByPerson(sql, visible, personId),
    loadReviewerParts(sql, visible, personId),
    loadAgreeingTeams(sql),
  ]);
  const reviewed = (await loadFactsOf(sql, visible, parts)).filter(
    ({ authorPersonId }) => authorPersonId !== personId,
  );
  const limitsOf = await loadLimitsOf(sql, teams, { personIds: toAuthors([...own, ...reviewed]), on });
  const partByKey = new Map(parts.map((part) => [`${part.repositoryId}#${part.number}`, part]));
  const asAuthor = findAsAuthor(own, limitsOf);
  const asReviewer = findAsReviewer(
    reviewed,
    ({ repositoryId, number }) => partByKey.get(`${repositoryId}#${number}`),
    limitsOf,
  );
  return { mine: [...asReviewer, ...asAuthor.mine], others: asAuthor.others };
}

/** What is beyond the agreements of one team, in its members' pull requests. */
export async function loadItemsOfTeam(
  sql: Sql,
  visible: VisibleRepositories,
  { teams, teamId }: { readonly teams: ReadonlyMap<number, AgreeingTeam>; readonly teamId: number },
  { now, on, readerId }: At,
): Promise<readonly Item[]> {
  const facts = await loadFactsByTeams(sql, visible, { teamIds: [teamId], on });
  const limits = findLimits(teams, teamId);
  return findBeyond(facts, () => limits, { now, readerId });
}

/** What is beyond agreements in several teams: each by what its author's teams agreed on. */
export async function loadItemsOfTeams(
  sql: Sql,
  visible: VisibleRepositories,
  teamIds: readonly number[],
  at: At,
): Promise<readonly Item[]> {
  return findInFacts(sql, await loadFactsByTeams(sql, visible, { teamIds, on: at.on }), at);
}

/** What is beyond agreements in repositories: each by what its author's teams agreed on, else Throughline's limits. */
export async function loadItemsOfRepositories(
  sql: Sql,
  visible: VisibleRepositories,
  repositoryIds: readonly number[],
  at: At,
): Promise<readonly Item[]> {
  return findInFacts(sql, await loadFactsByRepository(sql, visible, repositoryIds), at);
}

async function findInFacts(
  sql: Sql,
  facts: readonly FactRow[],
  { now, on, readerId }: At,
): Promise<readonly Item[]> {
  const teams = await loadAgreeingTeams(sql);
  const limitsOf = await loadLimitsOf(sql, teams, { personIds: toAuthors(facts), on });
  return findBeyond(facts, limitsOf, { now, readerId });
}

const toAuthors = (facts: readonly FactRow[]): readonly number[] =>
  facts.flatMap(({ authorPersonId }) => authorPersonId ?? []);
