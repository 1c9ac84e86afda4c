import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './spark.module.css';

interface Props {
  /** What the bars are, for readers who do not see: "Merged in the 12 weeks before". */
  readonly label: string;
  /** Oldest first; undefined where there is not enough data, which is no bar and not a bar of 0. */
  readonly values: readonly (number | undefined)[];
  /** This week's, last; hatched while the week is not over. */
  readonly now: number | undefined;
  readonly isOver: boolean;
  /** How a value is said: "6 h". */
  readonly toText: (value: number) => string;
}

/** Small bars of the weeks before and of this one, each against the highest of them. The table beneath has the numbers. */
export const Spark = ({ label, values, now, isOver, toText }: Props) => {
  const all = [...values, now];
  const most = Math.max(1, ...all.map((value) => value ?? 0));
  const said = values.map((value) => (value === undefined ? 'not enough data' : toText(value))).join(', ');
  return (
    <span className={styles['place']}>
      <VisuallyHidden>{`${label}, oldest first: ${said}`}</VisuallyHidden>
      <span aria-hidden="true" className={styles['spark']}>
        {all.map((value, at) => (
          <span
            key={at}
            className={styles['bar']}
            data-now={at === values.length || undefined}
            data-partial={(at === values.length && !isOver) || undefined}
            data-unknown={value === undefined || undefined}
            style={{ height: `${value === undefined ? 0 : Math.max(6, (100 * value) / most)}%` }}
          />
        ))}
      </span>
    </span>
  );
};
