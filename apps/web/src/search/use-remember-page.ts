import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useReader } from '../api/use-session.ts';
import { rememberPage } from './recent.ts';

/** Not worth coming back to: what one finds anyway, and what was not there. */
const forgettable = /^\/(?:$|search|signin|settings|help|gh\/?$)/;

/** Remembers each page that is opened, by its title, for the palette. */
export const useRememberPage = (): void => {
  const userId = useReader()?.userId;
  const path = useRouterState({ select: ({ location, status }) => status === 'idle' && location.pathname });
  useEffect(() => {
    if (userId === undefined || path === false || forgettable.test(path)) return undefined;
    // The title is set when the page's content has come.
    const timer = setTimeout(() => {
      const title = document.title.replace(/ · Throughline$/, '');
      if (document.querySelector('[data-nothing-here]') === null) rememberPage(userId, { path, title });
    }, 1_500);
    return () => clearTimeout(timer);
  }, [userId, path]);
};
