import { type Query, useQueryClient } from '@tanstack/react-query';
import { type Route, streamNews } from '@throughline/contract';
import { useEffect } from 'react';
import { useReaderSetting } from '../ui/reader-setting.ts';
import { keepFollowing } from './keep-following.ts';
import { useReader } from './use-session.ts';

/** Answers are asked for again at most this often, however much is read meanwhile. */
const atMostEveryMs = 2_000;

/**
 * Asks for the answers of these routes again as soon as something changed in what the reader may see, by the server's
 * stream: one for a page, and none while nobody looks at it, for a browser opens only six to one host. What a reader
 * loaded page after page is left as it is. Give a list that stays the same.
 */
export const useNews = (routes: readonly Route[]): void => {
  const queries = useQueryClient();
  const [live] = useReaderSetting('live');
  const isSignedIn = useReader() !== undefined;

  useEffect(() => {
    if (live === 'paused' || !isSignedIn) return undefined;
    const ids = new Set<unknown>(routes.map(({ id }) => id));
    const askAgain = toSeldom(
      () =>
        void queries.invalidateQueries({ predicate: (query) => ids.has(query.queryKey[0]) && isOne(query) }),
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
  }, [isSignedIn, live, queries, routes]);
};

/** True for an answer that is one, or the first page of several. */
const isOne = ({ queryKey, state: { data } }: Query): boolean => {
  if (queryKey[1] === 'scrolled') return false;
  return typeof data !== 'object' || data === null || !('pages' in data) || isShort(data.pages);
};

const isShort = (pages: unknown): boolean => Array.isArray(pages) && pages.length <= 1;

/** Calls at once, and of calls that come too soon the last one when it is time. */
const toSeldom = (call: () => void): (() => void) => {
  let calledMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    if (timer !== undefined) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        calledMs = performance.now();
        call();
      },
      Math.max(0, calledMs + atMostEveryMs - performance.now()),
    );
  };
};

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
