import type { DataHeld } from '@throughline/contract';
import styles from './completeness.module.css';
import { toCompletenessWords } from './completeness-words.ts';
import { Ring } from './ring.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

interface Props {
  readonly held: DataHeld;
  /** True where a narrow screen has room for one figure: a share then stands without its count. */
  readonly isBrief?: boolean;
}

/** How much of one kind of data is here: a ring with its per cent, rounded down, and how many entries that is. */
export const Completeness = ({ held, isBrief = false }: Props) => {
  const { share, count, aloud } = toCompletenessWords(held);
  return (
    <span className={styles['completeness']}>
      {held.percent !== undefined && <Ring percent={held.percent} />}
      {share !== undefined && <span>{share}</span>}
      <span className={share === undefined ? undefined : styles['count']} data-brief={isBrief || undefined}>
        {count}
      </span>
      {aloud !== undefined && <VisuallyHidden>{aloud}</VisuallyHidden>}
    </span>
  );
};
