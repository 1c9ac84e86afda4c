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
  const predicate = (query: Query) => ids.has(query.queryKey[0]) && isOne(query);
  const askAgain = toPaced(() => queries.invalidateQueries({ predicate }), share);
  const hasOldAnswers = () => queries.getQueryCache().findAll({ predicate }).some(isOld);
  return whileSeen((leaving) => {
    let isHeard = false;
    const onState = (isLive: boolean) => {
      // Nobody knows what changed while nothing was heard: before the first word, too, when it was long in coming.
      if (isLive && !isHeard && hasOldAnswers()) askAgain();
      isHeard = isLive;
    };
    const onEvent = ({ name }: { readonly name: string }) => name === 'news' && askAgain();
    void keepFollowing({ path: streamNews.path, leaving, onEvent, onState });
  });
};

/** So long after an answer the stream may open without a change between them that anybody would miss. */
const unheardMs = 300;

const isOld = ({ state: { dataUpdatedAt } }: Query): boolean =>
  dataUpdatedAt > 0 && Date.now() - dataUpdatedAt > unheardMs;

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
