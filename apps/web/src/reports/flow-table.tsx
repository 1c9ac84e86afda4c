import type { FlowModel, FlowPoint } from '../ui/chart-flow-model.ts';
import type { Column } from '../ui/column.ts';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';

interface Props {
  readonly model: FlowModel;
  /** What a row is, such as a week. */
  readonly division: string;
}

/** The same numbers as the picture, each opening its rows. */
export const FlowTable = ({ model, division }: Props) => (
  <RowList
    label={`Flow by ${division.toLowerCase()}`}
    columns={toColumns(model, division)}
    rows={model.points}
    toKey={({ key }) => key}
  />
);

const toColumns = ({ names }: FlowModel, division: string): readonly Column<FlowPoint>[] => [
  {
    key: 'name',
    head: division,
    cell: ({ label, isPartial }) => `${label}${isPartial ? ' not whole' : ''}`,
  },
  ...names.map(
    (name, series): Column<FlowPoint> => ({
      key: name,
      head: <span>{name}</span>,
      width: '8rem',
      narrowWidth: '5.5rem',
      isNumber: true,
      cell: ({ amounts }) => {
        const amount = amounts[series];
        if (amount === undefined || amount.n === 0) return 'none';
        return <PathLink path={amount.path}>{toNumber(amount.n)}</PathLink>;
      },
    }),
  ),
];
