import type { ReactNode } from 'react';
import styles from './scroll-row.module.css';

/** A row of controls that keeps its words whole and scrolls sideways in its own box where the screen is narrower. */
export const ScrollRow = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['row']}>{children}</div>
);
