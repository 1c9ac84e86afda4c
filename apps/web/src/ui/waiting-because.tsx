import { HourglassIcon } from '@primer/octicons-react';
import type { ReactNode } from 'react';
import styles from './waiting-because.module.css';

/** Why something waits, until when, and what the reader can do; never worded or coloured as a failure. */
export const WaitingBecause = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles['waiting']}>
    <HourglassIcon className={styles['icon'] ?? ''} />
    <span>{children}</span>
  </p>
);
