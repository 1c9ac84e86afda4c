import type { DataHeld } from '@throughline/contract';
import styles from './completeness.module.css';
import { toCompletenessWords } from './completeness-words.ts';
import { Ring } from './ring.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

interface Props {
  readonly held: DataHeld;
  /** Where a share stands without its count, for want of room. */
  readonly brief?: 'always' | 'narrow';
}

/** How much of one kind of data is here: a ring with its per cent, rounded down, and how many entries that is. */
export const Completeness = ({ held, brief }: Props) => {
  const { share, count, aloud } = toCompletenessWords(held);
  return (
    <span className={styles['completeness']}>
      {held.percent !== undefined && <Ring percent={held.percent} />}
      {share !== undefined && <span>{share}</span>}
      <span className={share === undefined ? undefined : styles['count']} data-brief={brief}>
        {count}
      </span>
      {aloud !== undefined && <VisuallyHidden>{aloud}</VisuallyHidden>}
    </span>
  );
};
