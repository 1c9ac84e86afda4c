import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { openSession, type Session } from '../session.ts';
import { needsAttention } from '../sync/judge-status.ts';
import { loadStatus, type Status, type StatusWanted } from '../sync/load-status.ts';
import { toStatusLines } from '../sync/status-lines.ts';
import { createStyle } from '../text/style.ts';
import type { World } from '../world.ts';

/** The state of the sync; ends with 4 where something needs somebody. */
export async function syncStatus(world: World, options: StatusWanted): Promise<Outcome> {
  return tellStatus(world, await openSession(world), options);
}

/** The same in a session that is open. */
export async function tellStatus(world: World, session: Session, options: StatusWanted): Promise<Outcome> {
  const status = await loadStatus(session.call, options);
  return {
    lines: toStatusLines(status, {
      origin: session.origin,
      now: world.now(),
      width: world.terminal.width(),
      style: createStyle(world.terminal.hasColour),
    }),
    json: toJson(status),
    exitCode: needsAttention(status) ? exitCodes.needsAttention : exitCodes.fine,
  };
}

const toJson = ({ overview, connections }: Status): Outcome['json'] => ({
  sync: overview,
  needsAttention: needsAttention({ overview, connections }),
  connections: connections.map(({ sync: { connection }, log, needsYou, needsYouCount, repositories }) => ({
    connection: connection.name,
    log,
    needsYou,
    needsYouCount,
    ...(repositories === undefined ? {} : { repositories }),
  })),
});
