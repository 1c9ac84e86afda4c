import {
  type Agreement,
  type AgreementLimits,
  getAgreements,
  setAgreements,
  type TeamAgreements,
} from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler, recordAudit, type Viewer } from '../../access/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { toToday } from '../today.ts';
import { type AgreementKind, agreementKinds, agreementTerms } from './agreements.data.ts';
import {
  loadAgreeingTeams,
  loadOwnAgreements,
  type OwnAgreement,
  replaceAgreements,
} from './agreements.sql.ts';
import type { AttentionDependencies } from './attention.routes.ts';
import { findLimits, findOtherwise, type Limit } from './limits.ts';
import { mayAgree, openTeam, type TeamOf } from './teams-of.sql.ts';

/** What teams agree on: everybody reads it, leads and managers set it. */
export const agreementRoutes = ({ database, clock }: AttentionDependencies): readonly RouteHandler[] => [
  handle(getAgreements, async ({ params, reader }) => {
    const team = await openTeam(database, params.slug);
    return loadAnswer(database, team, await isAllowed(database, reader, team, clock.now()));
  }),
  handle(setAgreements, async ({ params, body, reader }) =>
    database.transaction(async (tx) => {
      const team = await openTeam(tx, params.slug);
      if (!(await isAllowed(tx, reader, team, clock.now()))) throw notFound();
      const before = await loadOwnAgreements(tx, team.teamId);
      const limits = toLimits(body.limits);
      await replaceAgreements(tx, { teamId: team.teamId, limits, setBy: reader.userId });
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'agreements.changed',
        subject: `team:${team.teamId}`,
        detail: {
          before: Object.fromEntries(before.map(({ kind, value }) => [kind, value])),
          after: Object.fromEntries(limits),
        },
      });
      return loadAnswer(tx, team, true);
    }),
  ),
];

async function isAllowed(sql: Sql, reader: Viewer, team: TeamOf, now: Date): Promise<boolean> {
  const { zone } = await loadWorkspace(sql);
  return mayAgree(sql, reader, team.teamId, toToday(now, zone).on);
}

const toLimits = (given: AgreementLimits): ReadonlyMap<AgreementKind, number | null> =>
  new Map(
    agreementKinds.flatMap((kind) => {
      const value = given[kind];
      return value === undefined ? [] : [[kind, value] as const];
    }),
  );

async function loadAnswer(sql: Sql, team: TeamOf, mayChange: boolean): Promise<TeamAgreements> {
  const teams = await loadAgreeingTeams(sql);
  const own = new Map((await loadOwnAgreements(sql, team.teamId)).map((each) => [each.kind, each]));
  const limits = findLimits(teams, team.teamId);
  const otherwise = findOtherwise(teams, team.teamId);
  return {
    team: { slug: team.slug, name: team.name },
    mayChange,
    agreements: agreementKinds.map((kind) =>
      toAgreement(kind, { limit: limits[kind], own: own.get(kind), otherwise: otherwise[kind] }),
    ),
  };
}

interface Known {
  readonly limit: Limit;
  readonly own: OwnAgreement | undefined;
  readonly otherwise: Limit;
}

function toAgreement(kind: AgreementKind, { limit, own, otherwise }: Known): Agreement {
  const inherited = limit.setBy === undefined ? 'throughline' : 'above';
  return {
    kind,
    unit: agreementTerms[kind].unit,
    value: limit.value,
    whose: own === undefined ? inherited : 'own',
    ...(limit.setBy === undefined ? {} : { setBy: { ...limit.setBy } }),
    ...(own?.byName === undefined ? {} : { byName: own.byName }),
    ...(own === undefined ? {} : { setAt: own.setAt.toISOString() }),
    otherwise: {
      value: otherwise.value,
      ...(otherwise.setBy === undefined ? {} : { setBy: { ...otherwise.setBy } }),
    },
  };
}
