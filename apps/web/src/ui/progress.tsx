import { ProgressBar } from '@primer/react';
import { toNumber } from './number-words.ts';
import styles from './progress.module.css';

interface Props {
  readonly part: number;
  readonly whole: number;
  /** What advances, for readers who do not see the bar. */
  readonly label: string;
  readonly noun: string;
}

/** How much of a known total is done. */
export const Progress = ({ part, whole, label, noun }: Props) => (
  <div className={styles['progress']}>
    <ProgressBar
      progress={whole === 0 ? 100 : (part / whole) * 100}
      aria-label={label}
      aria-valuetext={`${toNumber(part)} of ${toNumber(whole)}`}
    />
    <span>
      {toNumber(part)} of {toNumber(whole)} {noun}
    </span>
  </div>
);
