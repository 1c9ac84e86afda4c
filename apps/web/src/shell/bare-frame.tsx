import { Outlet } from '@tanstack/react-router';
import { useSession } from '../api/use-session.ts';
import styles from './bare-frame.module.css';
import { Mark } from './mark.tsx';
import { ThemeMenu } from './theme-menu.tsx';

/** The frame of pages before one is in: the name, the theme, one column. */
export const BareFrame = () => {
  useSession(); // Brings the token that every change needs.
  return (
    <div className={styles['frame']}>
      <header className={styles['head']}>
        <span className={styles['name']}>
          <Mark /> Throughline
        </span>
        <ThemeMenu />
      </header>
      <main className={styles['main']}>
        <Outlet />
      </main>
    </div>
  );
};
