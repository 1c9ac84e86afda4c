import type { AccountMatch, RouteAnswer, searchAccounts } from '@throughline/contract';
import { type AccountFound, findAccounts } from '@throughline/github';
import { type Host, loadConnectedHosts, toAppError } from '../github-access/index.ts';
import { AppError } from '../platform/errors/index.ts';
import { toSearchTexts } from './account-evidence.ts';
import { type FoundAccount, toMatch } from './account-match.ts';
import { loadSeenAccounts, type SeenAccount, searchSeenAccounts } from './account-search.sql.ts';
import type { AccountDependencies } from './dependencies.ts';
import type { PersonRecord } from './persons.sql.ts';

type Matches = RouteAnswer<typeof searchAccounts>;

/**
 * Accounts that may be a person's: those seen in what was read first, then those GitHub finds by the same words. A host
 * that cannot be asked is named with the reason; what was seen is shown all the same.
 */
export async function findMatches(
  deps: AccountDependencies,
  person: PersonRecord,
  asked: string | undefined,
  signal: AbortSignal,
): Promise<Matches> {
  const texts = asked === undefined ? toSearchTexts(person) : [asked];
  const hosts = (await loadConnectedHosts(deps.database)).filter(
    (host) => (host.kind === 'demo') === person.isDemo,
  );
  const [seen, ...answers] = await Promise.all([
    searchSeenAccounts(deps.database, texts),
    ...hosts.map((host) => askHost(deps, host, texts[0] ?? person.name, signal)),
  ]);
  const found = answers.flatMap((answer) => (answer.kind === 'found' ? answer.accounts : []));
  const known = await loadSeenAccounts(deps.database, found);
  const offered = [
    ...seen.filter((each) => hosts.some(({ hostId }) => hostId === each.account.hostId)),
    ...known,
  ];
  return {
    matches: toMatches(person, asked, offered, found),
    unasked: answers.flatMap((answer) =>
      answer.kind === 'unasked' ? [{ hostName: answer.hostName, reason: answer.reason }] : [],
    ),
  };
}

function toMatches(
  person: PersonRecord,
  asked: string | undefined,
  seen: readonly SeenAccount[],
  found: readonly FoundAccount[],
): AccountMatch[] {
  const byKey = new Map<string, AccountMatch>();
  for (const account of [...seen, ...found]) {
    const key = `${account.account.hostId} ${account.account.githubId}`;
    if (!byKey.has(key)) byKey.set(key, toMatch(person, account, asked));
  }
  return [...byKey.values()].toSorted((one, other) => other.evidence.length - one.evidence.length);
}

type HostAnswer =
  | { readonly kind: 'found'; readonly accounts: readonly FoundAccount[] }
  | { readonly kind: 'unasked'; readonly hostName: string; readonly reason: string };

async function askHost(
  { clients }: AccountDependencies,
  host: Host,
  text: string,
  signal: AbortSignal,
): Promise<HostAnswer> {
  try {
    const client = await clients.forHost(host.hostId, 'person', signal);
    if (client === undefined)
      return { kind: 'unasked', hostName: host.name, reason: 'it has no credential.' };
    const accounts = await findAccounts(client, text);
    return { kind: 'found', accounts: accounts.map((found) => toFound(host, found)) };
  } catch (thrown) {
    const error = toAppError(thrown);
    if (!(error instanceof AppError)) throw thrown;
    return { kind: 'unasked', hostName: host.name, reason: error.message };
  }
}

const toFound = (host: Host, { account, publicEmail }: AccountFound): FoundAccount => ({
  account: {
    hostId: host.hostId,
    hostName: host.name,
    githubId: account.githubId,
    login: account.login,
    kind: account.kind,
    ...(account.name === undefined ? {} : { name: account.name }),
    ...(host.kind === 'demo' ? {} : { url: `${host.baseUrl}/${account.login}` }),
  },
  emails: publicEmail === undefined ? [] : [publicEmail.toLowerCase()],
  verifiedEmails: [],
  linkedTo: undefined,
});
