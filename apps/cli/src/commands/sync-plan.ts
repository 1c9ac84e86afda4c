import { getSync, planSync, type SyncPlan } from '@throughline/contract';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { openSession } from '../session.ts';
import { chooseConnections, nothingConnected } from '../sync/choose-connections.ts';
import { toPlanLines } from '../sync/plan-lines.ts';
import { createStyle } from '../text/style.ts';
import type { World } from '../world.ts';

interface PlanOptions {
  readonly connection?: string;
  readonly everything?: boolean;
}

/** What reading would cost: of the connection that is named, or of all. Asks GitHub for nothing. */
export async function syncPlan(
  world: World,
  { connection: name, everything = false }: PlanOptions,
): Promise<Outcome> {
  const { origin, call } = await openSession(world);
  const chosen = chooseConnections((await call(getSync)).connections, name);
  if (chosen.length === 0) throw nothingConnected(origin);
  const scope = everything ? 'everything' : 'missing';
  const plans: { readonly connection: string; readonly plan: SyncPlan }[] = [];
  for (const { connection } of chosen) {
    const plan = await call(planSync, {
      params: { connectionId: connection.connectionId },
      query: { scope },
    });
    plans.push({ connection: connection.name, plan });
  }
  const telling = { width: world.terminal.width(), style: createStyle(world.terminal.hasColour) };
  return {
    lines: plans.flatMap(({ plan }, index) => [...(index === 0 ? [] : ['']), ...toPlanLines(plan, telling)]),
    json: { scope, plans },
    exitCode: exitCodes.fine,
  };
}
