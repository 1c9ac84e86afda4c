import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { toNumber } from '../ui/number-words.ts';
import { RowList } from '../ui/row-list.tsx';
import { type Lane, laneNames, lanes, type QuotaHour, toSpent } from './to-quota-hours.ts';

interface Props {
  readonly name: string;
  readonly hours: readonly QuotaHour[];
}

/** The same numbers as the picture, the newest hour first; hours in which nothing was spent are left out. */
export const QuotaTable = ({ name, hours }: Props) => {
  const spent = hours.filter((hour) => toSpent(hour) > 0).toReversed();
  if (spent.length === 0) return <p>{name}: nothing was spent in the last 24 hours.</p>;
  return (
    <RowList
      label={`${name} by hour`}
      columns={columns(name)}
      rows={spent}
      toKey={({ hourAt }) => hourAt}
      rowHeight={41}
    />
  );
};

const columns = (name: string): readonly Column<QuotaHour>[] => [
  {
    key: 'hour',
    head: `${name}, hour from`,
    narrowWidth: '4.75rem',
    cell: ({ hourAt }) => <Moment at={hourAt} />,
  },
  ...lanes.map(laneColumn),
];

const laneColumn = (lane: Lane): Column<QuotaHour> => ({
  key: lane,
  head: laneNames[lane],
  isNumber: true,
  cell: ({ spent }) => toNumber(spent[lane]),
});
