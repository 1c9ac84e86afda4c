import { Skeleton } from '../ui/skeleton.tsx';
import styles from './page-pending.module.css';

/** Shown while a page's code is on its way, after 200 ms. */
export const PagePending = () => (
  <div className={styles['pending']}>
    <Skeleton label="Loading the page" rows={4} />
  </div>
);
