import { personState } from '@throughline/contract';
import { fetchFile } from '../api/fetch-file.ts';
import { notSignedIn } from '../api/open-api.ts';
import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import { findServer } from '../session.ts';
import type { World } from '../world.ts';

export interface PeopleWanted {
  readonly query?: string;
  readonly state?: string;
}

/** Prints the people of a filter as CSV or as JSON, as they come. */
export async function exportPeople(
  world: World,
  { query, state }: PeopleWanted,
  isJson: boolean,
): Promise<number> {
  const { origin, key } = await findServer(world);
  if (key === undefined) throw notSignedIn(origin);
  if (state !== undefined && !personState.safeParse(state).success) throw unknownState(state);
  const search = new URLSearchParams({
    ...(query === undefined ? {} : { q: query }),
    ...(state === undefined ? {} : { state }),
  }).toString();
  const path = `/api/people.${isJson ? 'json' : 'csv'}${search === '' ? '' : `?${search}`}`;
  const media = isJson ? 'application/json' : 'text/csv';
  for await (const piece of fetchFile({ origin, key, fetch: world.fetch }, path, media)) {
    world.terminal.write(piece);
  }
  return exitCodes.fine;
}

const unknownState = (state: string): CliFailure =>
  new CliFailure(exitCodes.wrongUsage, {
    code: 'wrong-usage',
    message: `“${state}” is no state. There are ${personState.options.join(', ')}.`,
  });
