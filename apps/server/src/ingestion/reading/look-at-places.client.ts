import {
  type GitHubClient,
  GitHubFailure,
  type PullRequestsPeek,
  peekPullRequests,
} from '@throughline/github';
import type { ReadingDependencies } from '../dependencies.ts';
import { askAgain, type LookUp } from './look-again.sql.ts';
import { endPlaces, listMissing, loadPlaces, type WaitingPlace } from './places.sql.ts';
import type { Reading } from './repository-sync.sql.ts';

/** A point a page, whatever its size. */
const pageSize = 100;
/** So far behind a cursor, and no farther, a place is looked for that newer pull requests have moved back. */
const mostPages = 10;

/**
 * Looks through GitHub's list where entries stood that did not even say which they are, and finds which of those there are
 * not here: these are to be looked up, now or by the next job. A place of which nothing nameless is left is ended.
 */
export async function lookAtPlaces(
  deps: ReadingDependencies,
  reading: Reading,
  signal: AbortSignal,
): Promise<readonly LookUp[]> {
  const { repositoryId, connectionId, nodeId } = reading;
  const places = await loadPlaces(deps.database, repositoryId);
  if (places.length === 0) return [];
  const { client } = await deps.clients.forConnection(connectionId, 'lookup', signal);
  const found: LookUp[] = [];
  for (const [cursor, ofPage] of Map.groupBy(places, (place) => place.cursor)) {
    const { listed, isNamed } = await peekBack(client, { repositoryNodeId: nodeId, cursor }, ofPage);
    const missing = await deps.database.transaction(async (tx) => {
      const lacking = await listMissing(tx, repositoryId, listed);
      await askAgain(
        tx,
        repositoryId,
        lacking.map(({ number }) => number),
      );
      await endPlaces(tx, repositoryId, ofPage, isNamed);
      return lacking;
    });
    found.push(...missing.map(toLookUp));
  }
  return found;
}

type Listed = PullRequestsPeek['pullRequests'][number];

const toLookUp = ({ number, nodeId: id }: Listed): LookUp => ({
  key: String(number),
  number,
  nodeId: id,
  isDeciding: true,
});

interface From {
  readonly repositoryNodeId: string;
  readonly cursor: string | undefined;
}

interface Peeked {
  readonly listed: readonly Listed[];
  /** The list was seen as far back as the places may be by now, and every entry of it says which it is. */
  readonly isNamed: boolean;
}

/**
 * Lists from a cursor on until as many entries were seen that are older than the places as stood before them. Updates only
 * take entries from there to the front of the list, so that what stood there stands no farther back.
 */
async function peekBack(
  client: GitHubClient,
  { repositoryNodeId, cursor }: From,
  places: readonly WaitingPlace[],
): Promise<Peeked> {
  const wanted = Math.max(...places.map(({ position }) => position)) + 1;
  const before = new Date(Math.min(...places.map(({ setAsideAt }) => setAsideAt.getTime())));
  const listed: Listed[] = [];
  let nameless = 0;
  let after = cursor;
  for (let page = 0; page < mostPages; page += 1) {
    const peek = await tryPeek(client, { repositoryNodeId, pageSize, after });
    if (peek === undefined) return { listed, isNamed: false };
    listed.push(...peek.pullRequests);
    nameless += peek.nameless;
    const older = listed.filter(({ updatedAt }) => updatedAt <= before).length;
    if (peek.after === undefined || older >= wanted) return { listed, isNamed: nameless === 0 };
    after = peek.after;
  }
  return { listed, isNamed: false };
}

/** Undefined where GitHub does not know the cursor any more. */
async function tryPeek(
  client: GitHubClient,
  asked: Parameters<typeof peekPullRequests>[1],
): Promise<PullRequestsPeek | undefined> {
  try {
    return await peekPullRequests(client, asked);
  } catch (thrown) {
    if (thrown instanceof GitHubFailure && thrown.kind === 'request-refused') return undefined;
    throw thrown;
  }
}
