import {
  AlertIcon,
  CheckCircleIcon,
  DownloadIcon,
  HourglassIcon,
  type Icon,
  SquareIcon,
} from '@primer/octicons-react';
import type { RepositorySync } from '@throughline/contract';
import styles from './repository-state.module.css';
import { isWhole, toStateWords } from './repository-words.ts';

const icons: Readonly<Record<RepositorySync['state'], Icon>> = {
  waiting: HourglassIcon,
  reading: DownloadIcon,
  complete: CheckCircleIcon,
  failed: AlertIcon,
  paused: SquareIcon,
};

/** A repository's state: an icon with its words; a failure carries its code. */
export const RepositoryState = ({ repository }: { readonly repository: RepositorySync }) => {
  const Picture = icons[repository.state];
  return (
    <span className={styles['state']} data-state={repository.state} data-whole={isWhole(repository)}>
      <Picture />
      <span className={styles['words']}>
        {toStateWords(repository)}
        {repository.failure !== undefined && (
          <code className={styles['code']}> {repository.failure.code}</code>
        )}
      </span>
    </span>
  );
};
