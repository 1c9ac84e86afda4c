import { exportMyData, getMyData, listMyLooks } from '@throughline/contract';
import { fetchFile } from '../api/fetch-file.ts';
import { notSignedIn } from '../api/open-api.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { toLookLines, toMyDataLines } from '../pages/my-data-lines.ts';
import { toTelling } from '../pages/telling.ts';
import { findServer, openSession } from '../session.ts';
import type { World } from '../world.ts';

/** What is stored about whoever asks. */
export async function myData(world: World): Promise<Outcome> {
  const { call, origin } = await openSession(world);
  const data = await call(getMyData);
  return { lines: toMyDataLines(data, toTelling(world, origin)), json: data, exitCode: exitCodes.fine };
}

/** The latest hundred looks of others. */
export async function myLooks(world: World): Promise<Outcome> {
  const { call, origin } = await openSession(world);
  const answer = await call(listMyLooks, { query: {} });
  return {
    lines: toLookLines(answer.looks, toTelling(world, origin)),
    json: answer,
    exitCode: exitCodes.fine,
  };
}

/** Prints all of it as one JSON file, as it comes. */
export async function exportOwnData(world: World): Promise<number> {
  const { origin, key } = await findServer(world);
  if (key === undefined) throw notSignedIn(origin);
  for await (const piece of fetchFile(
    { origin, key, fetch: world.fetch },
    exportMyData.path,
    'application/json',
  )) {
    world.terminal.write(piece);
  }
  return exitCodes.fine;
}
