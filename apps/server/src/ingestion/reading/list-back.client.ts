import {
  type GitHubClient,
  GitHubFailure,
  QuotaWait,
  type RestPage,
  type RestPageWanted,
} from '@throughline/github';
import type { Database } from '../../platform/sql/index.ts';
import type { Reading } from './repository-sync.sql.ts';
import { loadRestStream, type RestStream, type StreamedList, stagePage } from './rest-stream.sql.ts';

/** A list of a repository over REST, and where its entries belong. */
export interface RestList<Item> {
  readonly list: StreamedList;
  readonly read: (client: GitHubClient, wanted: RestPageWanted) => Promise<RestPage<Item>>;
  readonly toNumber: (item: Item) => number;
}

export interface ListBackMeans {
  readonly client: GitHubClient;
  readonly database: Database;
}

/** Pages read ahead of one page of pull requests: one old pull request does not call for all of history. */
const mostAhead = 25;

/** Whether everything updated since an instant is staged. */
export const isListedSince = ({ nextPage, reachedAt }: RestStream, since: Date): boolean =>
  nextPage === undefined || (reachedAt !== undefined && reachedAt < since);

/**
 * Lists entries back to an instant, page by page, each kept with the place where the next begins. Where GitHub does not
 * answer, or this bucket is used up, it leaves off: what is missing then is asked in another way. Returns how far it came.
 */
export async function listBack<Item extends { readonly githubId: number; readonly updatedAt: Date }>(
  { client, database }: ListBackMeans,
  { repositoryId, githubId }: Pick<Reading, 'repositoryId' | 'githubId'>,
  { list, read, toNumber }: RestList<Item>,
  backTo: Date,
): Promise<RestStream> {
  let stream = await loadRestStream(database, repositoryId, list);
  for (let ahead = 0; ahead < mostAhead; ahead += 1) {
    const { nextPage, reachedAt } = stream;
    if (nextPage === undefined || isListedSince(stream, backTo)) return stream;
    const page = await tryPage(() => read(client, { repositoryGithubId: githubId, page: nextPage }));
    if (page === undefined) return stream;
    const next = { nextPage: page.nextPage, reachedAt: page.items.at(-1)?.updatedAt ?? reachedAt };
    const entries = page.items.map((item) => ({
      githubId: item.githubId,
      number: toNumber(item),
      entry: item,
    }));
    const staged = { repositoryId, list, page: nextPage, entries, ...next };
    const isStaged = await database.transaction((tx) => stagePage(tx, staged));
    stream = isStaged ? next : await loadRestStream(database, repositoryId, list);
  }
  return stream;
}

/**
 * A page of which an entry cannot be read is none: what it lacks, no count would surely miss. That GitHub does not know the
 * token is not passed over: it must be said within a minute, and the other bucket may be waited for all the hour.
 */
async function tryPage<Item>(read: () => Promise<RestPage<Item>>): Promise<RestPage<Item> | undefined> {
  try {
    const page = await read();
    return page.unreadable > 0 ? undefined : page;
  } catch (thrown) {
    const isRefused = thrown instanceof GitHubFailure && thrown.kind === 'not-signed-in';
    if (!isRefused && (thrown instanceof QuotaWait || thrown instanceof GitHubFailure)) return undefined;
    throw thrown;
  }
}
