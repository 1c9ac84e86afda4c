import { Button } from '@primer/react';
import { toNumber } from './number-words.ts';
import type { Selecting } from './select-column.tsx';
import styles from './selection-bar.module.css';

/** "12 selected · All 84 that match · commands · Esc": lies over the list's head, so that no row moves. */
export const SelectionBar = <Row,>({
  selecting: { selection, total, commands },
}: {
  readonly selecting: Selecting<Row>;
}) => {
  const { keys, isAll, chooseAll, clear } = selection;
  if (!isAll && keys.size === 0) return undefined;
  const count = isAll ? (total ?? keys.size) : keys.size;
  return (
    <div className={styles['place']}>
      <section className={styles['bar']} aria-label="Selection">
        <output>{toNumber(count)} selected</output>
        {!isAll && total !== undefined && total > keys.size && (
          <Button size="small" variant="invisible" onClick={chooseAll}>
            All {toNumber(total)} that match
          </Button>
        )}
        {commands}
        <Button size="small" variant="invisible" onClick={clear} aria-keyshortcuts="Escape">
          Clear <kbd aria-hidden="true">Esc</kbd>
        </Button>
      </section>
    </div>
  );
};
