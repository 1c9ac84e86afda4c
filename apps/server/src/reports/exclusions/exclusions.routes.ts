import {
  addExclusionRule,
  excludePullRequest,
  includePullRequest,
  listExclusionRules,
  removeExclusionRule,
} from '@throughline/contract';
import { handle, type RouteHandler, recordAudit, type Viewer } from '../../access/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { loadVisibleRepositories } from '../../visibility/index.ts';
import { refreshFacts, renewFactsOfRule } from '../facts/renew-facts.sql.ts';
import { findPullRequest, type PullAddress, type PullKey } from '../pull-request/find-pull-request.sql.ts';
import { deleteRule, insertRule, loadRules, removeExclusion, writeExclusion } from './exclusions.sql.ts';

interface Dependencies {
  readonly database: Database;
}

/** What figures leave out: single pull requests, and all that a rule fits. Reasons are read by everyone. */
export const exclusionRoutes = (deps: Dependencies): readonly RouteHandler[] => [
  ...byHandRoutes(deps),
  ...ruleRoutes(deps),
];

function byHandRoutes({ database }: Dependencies): readonly RouteHandler[] {
  const find = async (reader: Viewer, address: PullAddress): Promise<PullKey> =>
    findPullRequest(database, await loadVisibleRepositories(database, reader), address);
  return [
    handle(excludePullRequest, async ({ params, body, reader }) => {
      const key = await find(reader, params);
      await database.transaction(async (tx) => {
        await writeExclusion(tx, { ...key, ...body, userId: reader.userId });
        await recordAudit(tx, {
          ...toEvent(key, reader),
          action: 'pull-request.excluded',
          detail: { ...body },
        });
        await refreshFacts(tx, [key]);
      });
      return {};
    }),
    handle(includePullRequest, async ({ params, reader }) => {
      const key = await find(reader, params);
      await database.transaction(async (tx) => {
        if (!(await removeExclusion(tx, key))) throw notFound();
        await recordAudit(tx, { ...toEvent(key, reader), action: 'pull-request.included' });
        await refreshFacts(tx, [key]);
      });
      return {};
    }),
  ];
}

function ruleRoutes({ database }: Dependencies): readonly RouteHandler[] {
  return [
    handle(listExclusionRules, async () => ({ rules: [...(await loadRules(database))] })),
    handle(addExclusionRule, ({ body, reader }) =>
      database.transaction(async (tx) => {
        const rule = await insertRule(tx, { ...body, userId: reader.userId });
        if (rule === undefined) throw ruleThere();
        const { ruleId, kind, pattern, reason } = rule;
        await recordAudit(tx, {
          actorUserId: reader.userId,
          action: 'exclusion-rule.added',
          subject: `exclusion-rule:${ruleId}`,
          detail: { kind, pattern, reason },
        });
        await renewFactsOfRule(tx, rule);
        return rule;
      }),
    ),
    handle(removeExclusionRule, async ({ params, reader }) => {
      await database.transaction(async (tx) => {
        const rule = await deleteRule(tx, params.ruleId);
        if (rule === undefined) throw notFound();
        await recordAudit(tx, {
          actorUserId: reader.userId,
          action: 'exclusion-rule.removed',
          subject: `exclusion-rule:${params.ruleId}`,
          detail: { ...rule },
        });
        await renewFactsOfRule(tx, rule);
      });
      return {};
    }),
  ];
}

const toEvent = ({ repositoryId, number }: PullKey, { userId }: Viewer) => ({
  actorUserId: userId,
  subject: `pull-request:${repositoryId}-${number}`,
});

const ruleThere = (): AppError =>
  new AppError(
    'conflict',
    'There is such a rule already. Take it away first, if it is to have another reason.',
  );
