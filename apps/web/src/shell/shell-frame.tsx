import { Outlet } from '@tanstack/react-router';
import type { CurrentUser } from '@throughline/contract';
import { lazy, Suspense, useState } from 'react';
import { useIsPaused } from '../api/use-is-paused.ts';
import { useSession } from '../api/use-session.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { DemoStrip } from './demo-strip.tsx';
import { keyedPlaces } from './navigation.data.ts';
import { Navigation } from './navigation.tsx';
import styles from './shell-frame.module.css';
import { TopBar } from './top-bar.tsx';
import { useGoKeys } from './use-go-keys.ts';

const SignInOverPage = lazy(async () => ({
  default: (await import('../access/sign-in-over-page.tsx')).SignInOverPage,
}));

/** What surrounds every page: navigation, top bar, and signing in over the page when the session has ended. */
export const ShellFrame = () => {
  const session = useSession();
  const isPaused = useIsPaused();
  const [lastUser, setLastUser] = useState<CurrentUser>();
  const role = session?.user?.role;
  useGoKeys(
    keyedPlaces.filter(({ roles }) => roles === undefined || (role !== undefined && roles.includes(role))),
  );
  const hasEnded = session !== undefined && session.user === undefined;

  if (session?.user !== undefined && session.user !== lastUser) setLastUser(session.user);

  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">
        Skip to the content
      </a>
      <TopBar />
      <div className={styles['body']}>
        <div className={styles['side']}>
          <Navigation />
        </div>
        <div className={styles['column']}>
          <DemoStrip />
          <main id="content" className={styles['main']} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <VisuallyHidden>
        <output>{isPaused && 'Updates paused, trying again'}</output>
      </VisuallyHidden>
      {hasEnded && (
        <Suspense>
          <SignInOverPage user={lastUser} />
        </Suspense>
      )}
    </div>
  );
};
