import { listRobots, setAccountClass } from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../../access/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { loadRobots, sayClass } from './robots.sql.ts';

const listedAtMost = 2000;

/** Bots and AI agents, apart from people, and saying what an account is. */
export const robotRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(listRobots, ({ query }) => loadRobots(database, query.q || undefined, listedAtMost)),
  handle(setAccountClass, async ({ params, body, reader }) =>
    database.transaction(async (tx) => {
      const change = await sayClass(tx, params.accountId, body.class);
      if (change === undefined) throw notFound();
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'account.classed',
        subject: `account:${params.accountId}`,
        detail: { class: body.class, before: change.saidBefore ?? null },
      });
      const { saidBefore } = change;
      return { class: change.class, ...(saidBefore === undefined ? {} : { saidBefore }) };
    }),
  ),
];
