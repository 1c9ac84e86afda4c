import { Outlet } from '@tanstack/react-router';
import type { CurrentUser } from '@throughline/contract';
import { lazy, Suspense, useState } from 'react';
import { useIsPaused } from '../api/use-is-paused.ts';
import { useSession } from '../api/use-session.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { DemoStrip } from './demo-strip.tsx';
import { Navigation } from './navigation.tsx';
import styles from './shell-frame.module.css';
import { ShellLayers } from './shell-layers.tsx';
import { TopBar } from './top-bar.tsx';
import { useShellLayer } from './use-shell-layer.ts';

const SignInOverPage = lazy(async () => ({
  default: (await import('../access/sign-in-over-page.tsx')).SignInOverPage,
}));

/** What surrounds every page: navigation, top bar, and signing in over the page when the session has ended. */
export const ShellFrame = () => {
  const session = useSession();
  const isPaused = useIsPaused();
  const [lastUser, setLastUser] = useState<CurrentUser>();
  const layer = useShellLayer();
  const hasEnded = session !== undefined && session.user === undefined;

  if (session?.user !== undefined && session.user !== lastUser) setLastUser(session.user);

  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">
        Skip to the content
      </a>
      <TopBar onJump={layer.openPalette} />
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
      <ShellLayers {...layer} />
      {hasEnded && (
        <Suspense>
          <SignInOverPage user={lastUser} />
        </Suspense>
      )}
    </div>
  );
};
