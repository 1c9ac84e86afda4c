import { getSync, pauseSync, resumeSync, syncNow } from '@throughline/contract';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { openSession } from '../session.ts';
import { chooseConnections, nothingConnected } from '../sync/choose-connections.ts';
import { toPlain } from '../text/plain-text.ts';
import type { World } from '../world.ts';

interface ActOptions {
  readonly connection?: string;
}

/** What can be done to a connection, and what is said when it is done. */
const acts = {
  run: {
    route: syncNow,
    toWords: (name: string) =>
      `${name} looks for changes now. Follow it with throughline sync status --watch.`,
  },
  pause: {
    route: pauseSync,
    toWords: (name: string) =>
      `${name} is paused. What was read stays; throughline sync resume goes on with it.`,
  },
  resume: { route: resumeSync, toWords: (name: string) => `${name} goes on where it stopped.` },
} as const;

/** Does it to the connection that is named, or to all. */
export async function actOnSync(
  world: World,
  kind: keyof typeof acts,
  { connection: name }: ActOptions,
): Promise<Outcome> {
  const { origin, call } = await openSession(world);
  const { route, toWords } = acts[kind];
  const chosen = chooseConnections((await call(getSync)).connections, name);
  if (chosen.length === 0) throw nothingConnected(origin);
  for (const { connection } of chosen)
    await call(route, { params: { connectionId: connection.connectionId } });
  const names = chosen.map(({ connection }) => connection.name);
  return {
    lines: names.map((each) => toWords(toPlain(each))),
    json: { done: kind, connections: names },
    exitCode: exitCodes.fine,
  };
}
