import { type Call, getRepositoryPage, listRepositoryRows, type RepositoryRow } from '@throughline/contract';
import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import { isNotFound } from '../failures/name-missing.ts';
import type { Outcome } from '../outcome.ts';
import { toRepositoryListLines, toRepositoryPageLines } from '../pages/repository-page-lines.ts';
import { toTelling } from '../pages/telling.ts';
import { openSession } from '../session.ts';
import { toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import type { World } from '../world.ts';

/** All repositories one can see that have it in their name, page after page. */
export async function repositories(world: World, query: string | undefined): Promise<Outcome> {
  const { call, origin } = await openSession(world);
  const rows: RepositoryRow[] = [];
  let after: string | undefined;
  let total = 0;
  do {
    const page = await call(listRepositoryRows, { query: { q: query, after } });
    rows.push(...page.repositories);
    total = page.total;
    after = page.next;
  } while (after !== undefined);
  const lines =
    rows.length === 0
      ? ['No repository that you can see matches.']
      : [...toRepositoryListLines(rows, toTelling(world, origin)), `${toNumber(total)} in all`];
  return { lines, json: { repositories: rows, total }, exitCode: exitCodes.fine };
}

/** One repository by `owner/name`, or `host/owner/name` where several hosts have one of that name. */
export async function repository(world: World, address: string): Promise<Outcome> {
  const parts = parseAddress(address);
  const { call, origin } = await openSession(world);
  const params = { ...parts, host: parts.host ?? (await findHost(call, address)) };
  const page = await call(getRepositoryPage, { params }).catch((error: unknown) => {
    throw isNotFound(error) ? nothingSeen(address) : error;
  });
  return {
    lines: toRepositoryPageLines(page, toTelling(world, origin)),
    json: page,
    exitCode: exitCodes.fine,
  };
}

interface Address {
  readonly host: string | undefined;
  readonly owner: string;
  readonly name: string;
}

function parseAddress(address: string): Address {
  const parts = address.split('/');
  const [host, owner, name] = parts.length === 2 ? [undefined, ...parts] : parts;
  const isOdd = parts.length > 3 || parts.includes('');
  if (isOdd || owner === undefined || name === undefined) {
    throw wrongUsage('Name a repository as owner/name, or as host/owner/name.');
  }
  return { host, owner, name };
}

/** The host on which the only repository of this name is. */
async function findHost(call: Call, fullName: string): Promise<string> {
  const { repositories: found } = await call(listRepositoryRows, { query: { q: fullName } });
  const same = found.filter((row) => row.fullName.toLowerCase() === fullName.toLowerCase());
  const [host, ...others] = same.map(({ path }) => decodeURIComponent(path.split('/')[2] ?? ''));
  if (host === undefined) throw nothingSeen(fullName);
  if (others.length === 0) return host;
  throw wrongUsage(`Several hosts have ${fullName}. Say which: ${[host, ...others].join(', ')}.`);
}

const wrongUsage = (message: string): CliFailure =>
  new CliFailure(exitCodes.wrongUsage, { code: 'wrong-usage', message: toPlain(message) });

const nothingSeen = (address: string): CliFailure =>
  new CliFailure(exitCodes.failed, {
    code: 'not-found',
    message: toPlain(
      `There is no repository ${address} that you can see. throughline repositories lists them.`,
    ),
  });
