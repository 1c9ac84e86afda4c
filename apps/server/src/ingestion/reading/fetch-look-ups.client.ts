import {
  type GitHubClient,
  type PullRequestRecord,
  type PullRequestsRead,
  readNumberedPullRequests,
  readPullRequests,
  type UnreadableEntry,
} from '@throughline/github';
import type { LookUp } from './look-again.sql.ts';

interface Failed {
  readonly lookUp: LookUp;
  readonly entry: UnreadableEntry;
}

/** Pull requests that were asked for by themselves. */
export interface LookUpsFound {
  readonly pullRequests: readonly PullRequestRecord[];
  readonly unreadable: readonly Failed[];
  /** GitHub's clock at the first question. */
  readonly observedAt: Date;
}

/** Numbers that one question may name. */
const mostNumbers = 10;

/**
 * Asks by node id for what has one, and by number for the rest; each pull request comes once. Gone is what neither finds: an
 * id may be answered with nothing, without a word, where it should not.
 */
export async function fetchLookUps(
  client: GitHubClient,
  repositoryNodeId: string,
  wanted: readonly LookUp[],
): Promise<LookUpsFound> {
  const byId = await fetchById(client, wanted);
  const isToAskAgain = ({ lookUp, entry }: Failed): boolean =>
    entry.reason === 'gone' && lookUp.number !== undefined;
  const numbered = [
    ...wanted.filter(({ nodeId }) => nodeId === undefined),
    ...(byId?.unreadable ?? []).filter(isToAskAgain).map(({ lookUp }) => lookUp),
  ];
  const answers: LookUpsFound[] =
    byId === undefined ? [] : [{ ...byId, unreadable: byId.unreadable.filter((one) => !isToAskAgain(one)) }];
  for (let start = 0; start < numbered.length; start += mostNumbers) {
    answers.push(await fetchByNumber(client, repositoryNodeId, numbered.slice(start, start + mostNumbers)));
  }
  const records = answers.flatMap(({ pullRequests }) => pullRequests);
  return {
    pullRequests: [...new Map(records.map((record) => [record.number, record])).values()],
    unreadable: answers.flatMap(({ unreadable }) => unreadable),
    observedAt: new Date(Math.min(...answers.map(({ observedAt }) => observedAt.getTime()))),
  };
}

async function fetchById(client: GitHubClient, wanted: readonly LookUp[]): Promise<LookUpsFound | undefined> {
  const named = wanted.filter(({ nodeId }) => nodeId !== undefined);
  if (named.length === 0) return undefined;
  const nodeIds = named.flatMap(({ nodeId }) => nodeId ?? []);
  return toFound(named, await readPullRequests(client, nodeIds));
}

async function fetchByNumber(
  client: GitHubClient,
  repositoryNodeId: string,
  numbered: readonly LookUp[],
): Promise<LookUpsFound> {
  const numbers = numbered.flatMap(({ number }) => number ?? []);
  return toFound(numbered, await readNumberedPullRequests(client, { repositoryNodeId, numbers }));
}

const toFound = (
  asked: readonly LookUp[],
  { pullRequests, unreadable, observedAt }: PullRequestsRead,
): LookUpsFound => ({
  pullRequests,
  unreadable: unreadable.flatMap((entry) => {
    const lookUp = asked[entry.position];
    return lookUp === undefined ? [] : [{ lookUp, entry }];
  }),
  observedAt,
});
