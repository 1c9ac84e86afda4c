import type { Query, QueryClient } from '@tanstack/react-query';
import { streamNews } from '@throughline/contract';
import { keepFollowing } from './keep-following.ts';
import { toPaced } from './to-paced.ts';

interface Following {
  readonly queries: QueryClient;
  /** Of the routes whose answers are asked for again. */
  readonly ids: ReadonlySet<unknown>;
  /** Of the time, in which answers are waited for at most, however much is read meanwhile. */
  readonly share: number;
}

/** Asks for answers again whenever the server tells of news, while the page is seen. Answers how to end it. */
export const followNews = ({ queries, ids, share }: Following): (() => void) => {
  const askAgain = toPaced(
    () => queries.invalidateQueries({ predicate: (query) => ids.has(query.queryKey[0]) && isOne(query) }),
    share,
  );
  return whileSeen((leaving) => {
    let wasLost = false;
    const onState = (isLive: boolean) => {
      // Nobody knows what changed while nothing was heard.
      if (isLive && wasLost) askAgain();
      wasLost = !isLive;
    };
    const onEvent = ({ name }: { readonly name: string }) => name === 'news' && askAgain();
    void keepFollowing({ path: streamNews.path, leaving, onEvent, onState });
  });
};

/** True for an answer that is one, or the first page of several. */
const isOne = ({ queryKey, state: { data } }: Query): boolean => {
  if (queryKey[1] === 'scrolled') return false;
  return typeof data !== 'object' || data === null || !('pages' in data) || isShort(data.pages);
};

const isShort = (pages: unknown): boolean => Array.isArray(pages) && pages.length <= 1;

/** Starts what is given while the page is on a screen, and again when it is back. Answers how to end it. */
const whileSeen = (start: (leaving: AbortSignal) => void): (() => void) => {
  let leaving: AbortController | undefined;
  const look = () => {
    if (document.visibilityState === 'hidden') {
      leaving?.abort();
      leaving = undefined;
    } else if (leaving === undefined) {
      leaving = new AbortController();
      start(leaving.signal);
    }
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    leaving?.abort();
  };
};
