import type { Icon } from '@primer/octicons-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/**
 * Why there is nothing: nothing yet · nothing matches (the sentence names the filter that excludes most) · not read
 * (which switch) · not computable (which event is missing) · not for you.
 */
export type EmptyCause = 'nothing-yet' | 'nothing-matches' | 'not-read' | 'not-computable' | 'not-for-you';

interface Props {
  readonly cause: EmptyCause;
  readonly icon: Icon;
  readonly children: ReactNode;
  /** The one next step. */
  readonly next?: ReactNode;
}

/** An empty part: one sentence that says why, and one next step. */
export const EmptyState = ({ cause, icon: Picture, children, next }: Props) => (
  <div className={styles['empty']} data-cause={cause}>
    <Picture size={24} className={styles['icon'] ?? ''} />
    <p>{children}</p>
    {Boolean(next) && <div>{next}</div>}
  </div>
);
