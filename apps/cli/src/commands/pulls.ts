import { listPullRequests, type PullParams, parsePullText, pullLookNames } from '@throughline/contract';
import { fetchFile } from '../api/fetch-file.ts';
import { notSignedIn } from '../api/open-api.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import { nameMissing } from '../failures/name-missing.ts';
import type { Outcome } from '../outcome.ts';
import { toPullLines } from '../pulls/pull-lines.ts';
import { findServer, openSession } from '../session.ts';
import { toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import type { World } from '../world.ts';

/** Lists the first pull requests that match what is written as in the filter box, and says how many there are. */
export async function pulls(world: World, { query = '' }: { readonly query?: string }): Promise<Outcome> {
  const { call } = await openSession(world);
  const asked = toQuery(parsePullText(query));
  const answer = await call(listPullRequests, { query: asked }).catch(nobodySeen);
  const { pullRequests, total, ignored, scope } = answer;
  const shown = pullRequests.length;
  const atLeast = scope.gaps.length > 0 ? 'at least ' : '';
  return {
    lines: [
      ...toPullLines(pullRequests, world.now(), world.terminal.width()),
      `1 to ${toNumber(shown)} of ${atLeast}${toNumber(total)}${shown < total ? '; --csv has all of them' : ''}`.replace(
        /^1 to 0 of .*/,
        'No pull request matches.',
      ),
      ...ignored.map(({ name, value, reason }) => toPlain(`Ignored ${name}:${value}. ${reason}`)),
      ...scope.gaps.map(toPlain),
    ],
    json: answer,
    exitCode: exitCodes.fine,
  };
}

/** Prints all that match as CSV, as they come. */
export async function pullsAsCsv(world: World, { query = '' }: { readonly query?: string }): Promise<number> {
  const { origin, key } = await findServer(world);
  if (key === undefined) throw notSignedIn(origin);
  const search = new URLSearchParams(
    Object.entries(toQuery(parsePullText(query))).flatMap(([name, values]) =>
      name === 'group' ? [] : [values].flat().map((value) => [name, value]),
    ),
  ).toString();
  const path = search === '' ? '/api/pulls.csv' : `/api/pulls.csv?${search}`;
  try {
    for await (const piece of fetchFile({ origin, key, fetch: world.fetch }, path))
      world.terminal.write(piece);
  } catch (error) {
    nobodySeen(error);
  }
  return exitCodes.fine;
}

const toQuery = (params: PullParams): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(params)
      .filter(([name]) => !pullLookNames.includes(name))
      .map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : [...values]]),
  );

/** What is not found is somebody whom the query names. */
const nobodySeen = nameMissing(
  'The query names somebody whose page is not open to you, or who does not exist. Leave them out.',
);
