import { Button } from '@primer/react';
import styles from './new-rows.module.css';
import { toNumber } from './number-words.ts';

interface Props {
  /** How many came since the list was opened. */
  readonly count: number;
  readonly onShow: () => void;
}

/** "6 new · Show": what came waits here, so that nothing moves under the reader. Keeps its place while there is nothing. */
export const NewRows = ({ count, onShow }: Props) => (
  <div className={styles['place']}>
    <output>{count > 0 && `${toNumber(count)} new`}</output>
    {count > 0 && (
      <Button size="small" onClick={onShow}>
        Show
      </Button>
    )}
  </div>
);
