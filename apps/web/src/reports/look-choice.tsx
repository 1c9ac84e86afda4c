import { SegmentedControl } from '@primer/react';
import { useParam } from '../ui/use-param.ts';
import styles from './reports.module.css';

/** One way to look at the same numbers: its value in the address, and its name. */
export type Look = readonly [as: string, name: string];

/** Chooses how the numbers are looked at, which lives in the address; the first is the usual one. */
export const LookChoice = ({ looks }: { readonly looks: readonly Look[] }) => {
  const [as, setAs] = useParam('as');
  const chosen = looks.findIndex(([each]) => each === as);
  return (
    <div className={styles['as']}>
      <SegmentedControl aria-label="Shown as" size="small" onChange={(at) => setAs(looks[at]?.[0] ?? '')}>
        {looks.map(([each, name], at) => (
          <SegmentedControl.Button key={each} selected={at === Math.max(0, chosen)}>
            {name}
          </SegmentedControl.Button>
        ))}
      </SegmentedControl>
    </div>
  );
};
