import { getHome, type Home } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler, type Viewer } from '../../access/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { loadVisibleRepositories, type VisibleRepositories } from '../../visibility/index.ts';
import { loadScope } from '../scope.sql.ts';
import { toToday } from '../today.ts';
import { loadAgreeingTeams } from './agreements.sql.ts';
import { type Item, isAgreed, sortOut, takeFirst } from './arrange-attention.ts';
import { type AttentionDependencies, judgedBy } from './attention.routes.ts';
import { loadAttentionRows } from './attention-rows.sql.ts';
import { toAttentionSentence } from './attention-sentence.ts';
import { loadLastMerged } from './last-merged.sql.ts';
import { findLimits, hasAgreed } from './limits.ts';
import { type At, loadItemsOfPerson, loadItemsOfTeam } from './load-items.sql.ts';
import { findReaderPerson, findUnlinked } from './readers.sql.ts';
import { loadSnoozes, type Snooze } from './snoozes.sql.ts';
import { loadTeamsOf, type TeamOf } from './teams-of.sql.ts';

const mineAtMost = 10;
const ofTeamAtMost = 3;

/** Where one begins: what waits for the reader, and what in their teams is beyond what those agreed on. */
export const homeRoutes = ({ database, clock }: AttentionDependencies): readonly RouteHandler[] => [
  handle(getHome, async ({ reader }) => {
    const now = clock.now();
    const [visible, { zone }, person, snoozes] = await Promise.all([
      loadVisibleRepositories(database, reader),
      loadWorkspace(database),
      findReaderPerson(database, reader.userId),
      loadSnoozes(database, reader.userId),
    ]);
    const at: At = { now, on: toToday(now, zone).on, readerId: person?.personId };
    const [own, teams, lastMerged, scope, unlinked] = await Promise.all([
      loadOwn(database, visible, { at, snoozes }),
      loadTeamParts(database, visible, { at, snoozes, reader }),
      person === undefined ? [] : loadLastMerged(database, visible, person.personId),
      loadScope(database, visible, judgedBy),
      findUnlinked(database, person),
    ]);
    const { others, ...mine } = own;
    return {
      sentence: toSentence(mine.total, scope.gaps.length > 0, unlinked !== undefined),
      mine,
      others,
      ...(unlinked === undefined ? {} : { unlinked }),
      teams,
      lastMerged,
      scope,
    };
  }),
];

const toSentence = (total: number, isAtLeast: boolean, isUnlinked: boolean): string =>
  toAttentionSentence({ of: 'me', show: 'waiting', total, isAtLeast, isUnlinked });

interface Given {
  readonly at: At;
  readonly snoozes: readonly Snooze[];
}

async function loadOwn(
  sql: Sql,
  visible: VisibleRepositories,
  { at, snoozes }: Given,
): Promise<Home['mine'] & Pick<Home, 'others'>> {
  if (at.readerId === undefined) return { rows: [], total: 0, snoozed: 0, others: 0 };
  const { mine, others } = await loadItemsOfPerson(sql, visible, at.readerId, at);
  const { waiting, snoozed } = sortOut(mine, snoozes);
  return {
    rows: await loadAttentionRows(sql, takeFirst(waiting, mineAtMost, at.now), at),
    total: waiting.length,
    snoozed: snoozed.length,
    others: sortOut(others, []).waiting.length,
  };
}

/** The reader's teams by name. A team that agreed on nothing has nothing to be beyond of. */
async function loadTeamParts(
  sql: Sql,
  visible: VisibleRepositories,
  { at, snoozes, reader }: Given & { readonly reader: Viewer },
): Promise<Home['teams']> {
  if (at.readerId === undefined) return [];
  const own = await loadTeamsOf(sql, at.readerId, at.on);
  const teams = await loadAgreeingTeams(sql);
  return Promise.all(
    own.map(async (team) => {
      const limits = findLimits(teams, team.teamId);
      const items = hasAgreed(limits)
        ? await loadItemsOfTeam(sql, visible, { teams, teamId: team.teamId }, at)
        : [];
      const agreed = items.filter(isAgreed);
      return toTeamPart(sql, {
        team,
        reader,
        at,
        hasAgreements: hasAgreed(limits),
        items: sortOut(agreed, snoozes).waiting,
      });
    }),
  );
}

interface TeamPart {
  readonly team: TeamOf & { readonly isLead: boolean };
  readonly reader: Viewer;
  readonly at: At;
  readonly hasAgreements: boolean;
  readonly items: readonly Item[];
}

async function toTeamPart(
  sql: Sql,
  { team, reader, at, hasAgreements, items }: TeamPart,
): Promise<Home['teams'][number]> {
  return {
    slug: team.slug,
    name: team.name,
    hasAgreements,
    mayChange: reader.role !== 'member' || team.isLead,
    rows: await loadAttentionRows(sql, takeFirst(items, ofTeamAtMost, at.now), at),
    total: items.length,
  };
}
