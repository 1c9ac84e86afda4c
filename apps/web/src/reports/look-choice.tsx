import { Button } from '@primer/react';
import { useParam } from '../ui/use-param.ts';
import styles from './reports.module.css';

/** One way to look at the same numbers: its value in the address, and its name. */
export type Look = readonly [as: string, name: string];

/**
 * Chooses how the numbers are looked at, which lives in the address; the first is the usual one. Primer's SegmentedControl
 * does the same, but brings its menus along.
 */
export const LookChoice = ({ looks }: { readonly looks: readonly Look[] }) => {
  const [as, setAs] = useParam('as');
  const chosen = Math.max(
    0,
    looks.findIndex(([each]) => each === as),
  );
  return (
    <fieldset className={styles['as']} aria-label="Shown as">
      {looks.map(([each, name], at) => (
        <Button
          key={each}
          size="small"
          variant={at === chosen ? 'default' : 'invisible'}
          aria-pressed={at === chosen}
          onClick={() => setAs(each)}
        >
          {name}
        </Button>
      ))}
    </fieldset>
  );
};
