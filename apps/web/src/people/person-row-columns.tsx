import type { WorkRow } from '@throughline/contract';
import { AuthorName } from '../pulls/author-name.tsx';
import { PullRequestMark } from '../pulls/pull-request-mark.tsx';
import { RowTitle } from '../pulls/row-title.tsx';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';

/** A pull request that a figure counts, with what it has to do with it. */
export const personRowColumns: readonly Column<WorkRow>[] = [
  {
    key: 'state',
    head: 'State',
    width: '7rem',
    isWideOnly: true,
    cell: ({ state }) => state !== undefined && <PullRequestMark state={state} />,
  },
  {
    key: 'title',
    head: 'Pull request',
    cell: (row) => (
      <RowTitle title={row.title} path={row.path}>
        {row.repository.fullName} #{row.number} by <AuthorName author={row.author} />
        {row.note !== undefined && ` · ${row.note}`}
      </RowTitle>
    ),
  },
  {
    key: 'when',
    head: 'When',
    width: '7rem',
    isNumber: true,
    cell: ({ at }) => <Moment at={at} />,
  },
];
