import { QuestionIcon, SearchIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { useLocation } from '@tanstack/react-router';
import { useSession } from '../api/use-session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Mark } from './mark.tsx';
import { MenuSheet } from './menu-sheet.tsx';
import { OwnMenu } from './own-menu.tsx';
import styles from './top-bar.module.css';

interface Props {
  /** Opens the palette. */
  readonly onJump: () => void;
}

/** Where one is, the palette, help, and what is one's own. */
export const TopBar = ({ onJump }: Props) => {
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
        {session?.user !== undefined && (
          <Button
            leadingVisual={SearchIcon}
            aria-keyshortcuts="Meta+K Control+K"
            className={styles['jump'] ?? ''}
            onClick={onJump}
          >
            <span className={styles['jumpWords']}>
              Jump to… <kbd aria-hidden="true">⌘ K</kbd>
            </span>
          </Button>
        )}
        <AppLink to="/help" className={styles['help'] ?? ''}>
          <QuestionIcon />
          <span>Help</span>
        </AppLink>
        {session?.user !== undefined && <OwnMenu user={session.user} />}
      </div>
    </header>
  );
};
