import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { openSession, type Session } from '../session.ts';
import { isInNeed, needsAttention } from '../sync/judge-status.ts';
import { loadStatus, type Status } from '../sync/load-status.ts';
import { toStatusLines } from '../sync/status-lines.ts';
import { createStyle } from '../text/style.ts';
import type { World } from '../world.ts';

export interface StatusOptions {
  readonly connection?: string;
  readonly repositories?: boolean;
}

/** The state of the sync; ends with 4 where something needs somebody. */
export async function syncStatus(world: World, options: StatusOptions): Promise<Outcome> {
  return tellStatus(world, await openSession(world), options);
}

/** The same in a session that is open. */
export async function tellStatus(world: World, session: Session, options: StatusOptions): Promise<Outcome> {
  const status = await loadStatus(session.call, options.connection);
  const hasRepositories = options.repositories === true;
  return {
    lines: toStatusLines(status, {
      origin: session.origin,
      now: world.now(),
      width: world.terminal.width(),
      style: createStyle(world.terminal.hasColour),
      hasRepositories,
    }),
    json: toJson(status, hasRepositories),
    exitCode: needsAttention(status) ? exitCodes.needsAttention : exitCodes.fine,
  };
}

const toJson = ({ overview, connections }: Status, hasRepositories: boolean): Outcome['json'] => ({
  sync: overview,
  needsAttention: needsAttention({ overview, connections }),
  connections: connections.map(({ sync: { connection }, log, repositories }) => ({
    connection: connection.name,
    log,
    needsYou: repositories.filter(isInNeed),
    ...(hasRepositories ? { repositories } : {}),
  })),
});
