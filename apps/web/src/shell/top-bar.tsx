import { QuestionIcon } from '@primer/octicons-react';
import { useLocation } from '@tanstack/react-router';
import { useSession } from '../api/use-session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Mark } from './mark.tsx';
import { MenuSheet } from './menu-sheet.tsx';
import { OwnMenu } from './own-menu.tsx';
import styles from './top-bar.module.css';

/** Where one is, help, and what is one's own. */
export const TopBar = () => {
  const session = useSession();
  const here = useLocation({ select: ({ pathname }) => pathname });
  return (
    <header className={styles['bar']}>
      <MenuSheet key={here} />
      <AppLink to="/" className={styles['name'] ?? ''}>
        <Mark />
        <span>{session?.workspace.name ?? 'Throughline'}</span>
      </AppLink>
      <div className={styles['right']}>
        <AppLink to="/help" className={styles['help'] ?? ''}>
          <QuestionIcon />
          <span>Help</span>
        </AppLink>
        {session?.user !== undefined && <OwnMenu user={session.user} />}
      </div>
    </header>
  );
};
