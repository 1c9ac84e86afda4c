import { planSync } from '@throughline/contract';
import { handle, type RouteHandler } from '../../access/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { findPlan } from './load-plan.sql.ts';

/** What reading would cost, before it begins. */
export const planRoutes = ({ database }: { readonly database: Database }): RouteHandler[] => [
  handle(planSync, async ({ params: { connectionId }, query: { scope = 'missing' } }) => {
    const plan = await findPlan(database, connectionId, scope);
    if (plan === undefined) throw notFound();
    return plan;
  }),
];
