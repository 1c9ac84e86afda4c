import type { Figure, PersonPage } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { FigureLink } from '../ui/figure-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import styles from './week-by-week.module.css';

type Week = PersonPage['weeks'][number];

interface Props {
  readonly weeks: readonly Week[];
  readonly zone: string;
}

/** Bars and numbers in one table: what is seen is what can be read, and each number opens its rows. Newest first. */
export const WeekByWeek = ({ weeks, zone }: Props) => (
  <div>
    <RowList
      label="Week by week"
      columns={toColumns(weeks)}
      rows={weeks.toReversed()}
      toKey={({ startsOn }) => startsOn}
      rowHeight={41}
    />
    <p className={styles['note']}>
      Weeks begin on Monday in {zone}. Hatched weeks are cut by the period or not over.
    </p>
  </div>
);

const toColumns = (weeks: readonly Week[]): readonly Column<Week>[] => [
  {
    key: 'week',
    head: 'Week',
    width: '9rem',
    cell: ({ label, isPartial }) => (isPartial ? `${label}, in part` : label),
  },
  toBarColumn('shipped', 'Shipped', weeks, ({ shipped }) => shipped),
  toBarColumn('reviews', 'Reviews given', weeks, ({ reviews }) => reviews),
];

const toBarColumn = (
  key: string,
  head: string,
  weeks: readonly Week[],
  pick: (week: Week) => Figure,
): Column<Week> => {
  const most = Math.max(1, ...weeks.map((week) => pick(week).value));
  return {
    key,
    head,
    cell: (week) => (
      <div className={styles['cell']}>
        <div
          className={styles['bar']}
          data-partial={week.isPartial || undefined}
          style={{ width: `${(100 * pick(week).value) / most}%` }}
          hidden={pick(week).value === 0}
        />
        <span className={styles['number']}>
          <FigureLink figure={pick(week)} />
        </span>
      </div>
    ),
  };
};
