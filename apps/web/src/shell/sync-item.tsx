import { useIsPaused } from '../api/use-is-paused.ts';
import { useReader } from '../api/use-session.ts';
import { syncPlace } from './navigation.data.ts';
import styles from './navigation-item.module.css';
import { NavigationItem } from './navigation-item.tsx';
import { useSyncOverview } from './use-sync-overview.ts';

/** Sync with its state in words, at the foot of the navigation. */
export const SyncItem = () => {
  const reader = useReader();
  const isPaused = useIsPaused();
  const overview = useSyncOverview();
  if (reader?.role !== 'administrator')
    return isPaused && <li className={styles['paused']}>Updates paused, trying again</li>;
  return (
    <NavigationItem
      place={syncPlace}
      // Their line is kept, so that nothing moves when they come.
      words={isPaused ? 'Updates paused, trying again' : (overview?.words ?? '\u00a0')}
    />
  );
};
