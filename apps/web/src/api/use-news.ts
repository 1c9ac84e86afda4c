import { useQueryClient } from '@tanstack/react-query';
import type { Route } from '@throughline/contract';
import { useEffect } from 'react';
import { useReaderSetting } from '../ui/reader-setting.ts';
import { useReader } from './use-session.ts';

/** Of the time that a page is looked at, its answers may be waited for, where they are read and where they are computed. */
const shares = { read: 1, computed: 0.02 } as const;

/**
 * Asks for the answers of these routes again as soon as something changed in what the reader may see, by the server's
 * stream: one for a page, and none while nobody looks at it, for a browser opens only six to one host. What a reader
 * loaded page after page is left as it is. Give a list that stays the same, and say of figures that they are computed:
 * the first news is answered at once, constant ones the more seldom the longer an answer takes.
 */
export const useNews = (
  routes: readonly Pick<Route, 'id'>[],
  answers: keyof typeof shares = 'read',
): void => {
  const queries = useQueryClient();
  const [live] = useReaderSetting('live');
  const isSignedIn = useReader() !== undefined;

  useEffect(() => {
    if (live === 'paused' || !isSignedIn) return undefined;
    const ids = new Set(routes.map(({ id }) => id));
    let end: (() => void) | undefined;
    let isOver = false;
    // What follows is not needed to show the page.
    void import('./follow-news.ts')
      .then(({ followNews }) => {
        if (!isOver) end = followNews({ queries, ids, share: shares[answers] });
      })
      .catch(() => undefined);
    return () => {
      isOver = true;
      end?.();
    };
  }, [answers, isSignedIn, live, queries, routes]);
};
