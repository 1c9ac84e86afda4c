import { Button } from '@primer/react';
import type { DoctorCheck } from '@throughline/contract';
import styles from './doctor-checks.module.css';
import { RepairPart } from './repair-part.tsx';
import { verdictWords } from './verdict-words.data.ts';

interface Props {
  readonly check: DoctorCheck;
  /** Asks this check again; absent where it has no use alone. */
  readonly onAgain?: (() => void) | undefined;
  readonly isAsking?: boolean;
  /** Asks all again, after a repair was begun. */
  readonly onRepaired: () => void;
}

/** One check: verdict, proof, what it costs, what to do. */
export const CheckItem = ({ check, onAgain, isAsking = false, onRepaired }: Props) => {
  const { title, verdict, proof, consequence, repair } = check;
  const { word, icon: Picture } = verdictWords[verdict];
  return (
    <li className={styles['check']} data-verdict={verdict} data-check={check.id}>
      <Picture className={styles['icon'] ?? ''} />
      <div className={styles['body']}>
        <h2 className={styles['title']}>
          {title} <span className={styles['word']}>{word}</span>
        </h2>
        <p>{proof}</p>
        {consequence !== undefined && <p className={styles['muted']}>{consequence}</p>}
        {repair !== undefined && <RepairPart repair={repair} onDone={onRepaired} />}
      </div>
      {onAgain !== undefined && (
        <div className={styles['again']}>
          <Button size="small" loading={isAsking} onClick={onAgain} aria-label={`Check again: ${title}`}>
            Check again
          </Button>
        </div>
      )}
    </li>
  );
};
