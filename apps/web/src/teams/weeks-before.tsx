import type { Figure, TeamWeek } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { FigureLink } from '../ui/figure-link.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { toTimeWords } from './time-words.ts';

interface WeekRow {
  readonly text: string;
  readonly label: string;
  readonly merged: Figure | undefined;
  readonly opened: Figure | undefined;
  readonly reviewed: Figure | undefined;
  readonly firstResponse: number | undefined;
  readonly cycleTime: number | undefined;
}

/** The twelve weeks before as a table, newest first: what the small bars are made of. Each number opens its rows. */
export const WeeksBefore = ({ week }: { readonly week: TeamWeek }) => (
  <RowList
    label="The weeks before"
    columns={toColumns(week.team.slug)}
    rows={toRows(week)}
    toKey={({ text }) => text}
    rowHeight={41}
  />
);

const toRows = ({ merged, opened, reviewed, firstResponse, cycleTime }: TeamWeek): readonly WeekRow[] =>
  merged.past
    .map(({ text, label, figure }, at) => ({
      text,
      label,
      merged: figure,
      opened: opened.past[at]?.figure,
      reviewed: reviewed.past[at]?.figure,
      firstResponse: firstResponse.past[at]?.value,
      cycleTime: cycleTime.past[at]?.value,
    }))
    .toReversed();

const toColumns = (slug: string): readonly Column<WeekRow>[] => [
  {
    key: 'week',
    head: 'Week',
    cell: ({ text, label }) => <PathLink path={`/teams/${slug}/week/${text}`}>{label}</PathLink>,
  },
  toCountColumn('merged', 'Merged', ({ merged }) => merged),
  toCountColumn('opened', 'Opened', ({ opened }) => opened),
  toCountColumn('reviewed', 'Reviewed', ({ reviewed }) => reviewed),
  toTimeColumn('firstResponse', 'First response', ({ firstResponse }) => firstResponse),
  toTimeColumn('cycleTime', 'Cycle time', ({ cycleTime }) => cycleTime),
];

const toCountColumn = (
  key: string,
  head: string,
  pick: (row: WeekRow) => Figure | undefined,
): Column<WeekRow> => ({
  key,
  head,
  width: '7rem',
  narrowWidth: '5rem',
  isNumber: true,
  cell: (row) => {
    const figure = pick(row);
    return figure && <FigureLink figure={figure} />;
  },
});

const toTimeColumn = (
  key: string,
  head: string,
  pick: (row: WeekRow) => number | undefined,
): Column<WeekRow> => ({
  key,
  head,
  width: '9rem',
  isNumber: true,
  isWideOnly: true,
  cell: (row) => {
    const value = pick(row);
    return value === undefined ? 'not enough data' : toTimeWords(value);
  },
});
