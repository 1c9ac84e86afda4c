import type { ReviewRow } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { AuthorName } from './author-name.tsx';
import { RowTitle } from './row-title.tsx';

const answers: Readonly<Record<ReviewRow['state'], string>> = {
  approved: 'approved',
  'changes-requested': 'asked for changes',
  commented: 'commented',
  dismissed: 'dismissed since',
};

/** A review as a row: which pull request, what it said, when. */
export const reviewColumns: readonly Column<ReviewRow>[] = [
  {
    key: 'title',
    head: 'Pull request reviewed',
    cell: (row) => (
      <RowTitle title={row.title} url={row.url}>
        {row.repository.fullName} #{row.number} by <AuthorName author={row.author} />
      </RowTitle>
    ),
  },
  { key: 'state', head: 'Answer', width: '10rem', cell: ({ state }) => answers[state] },
  {
    key: 'when',
    head: 'When',
    width: '7rem',
    isNumber: true,
    cell: ({ submittedAt }) => <Moment at={submittedAt} />,
  },
];
