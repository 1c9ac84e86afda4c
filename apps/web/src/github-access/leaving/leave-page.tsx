import { useEffect, useState } from 'react';
import { Page } from '../../ui/page.tsx';
import { hearWindows, tellWindows } from './leaving-words.ts';

const askAgainMs = 200;

/** A window on its way to GitHub, or to single sign-on: it waits to be told where. */
export const LeavePage = () => {
  const [isStaying, setIsStaying] = useState(false);
  const [isToProvider] = useState(() => new URLSearchParams(location.search).get('for') === 'oidc-sign-in');
  useEffect(() => {
    const name = new URLSearchParams(location.search).get('window') ?? '';
    const end = hearWindows((word) => {
      if (word.kind === 'go' && word.window === name) location.replace(word.url);
      if (word.kind === 'stay' && word.window === name) {
        setIsStaying(true);
        window.close();
      }
    });
    const timer = setInterval(() => tellWindows({ kind: 'waiting', window: name }), askAgainMs);
    return () => {
      clearInterval(timer);
      end();
    };
  }, []);
  return (
    <Page
      title={isToProvider ? 'Going to single sign-on' : 'Going to GitHub'}
      sentence={
        isStaying
          ? 'That could not be begun. The page you came from says why; you can close this window.'
          : 'This window goes on as soon as the page you came from says where.'
      }
    />
  );
};
