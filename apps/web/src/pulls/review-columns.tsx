import type { ReviewRow } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { AuthorName } from './author-name.tsx';
import { RowTitle } from './row-title.tsx';

const answers: Readonly<Record<ReviewRow['state'], string>> = {
  approved: 'Approved',
  'changes-requested': 'Asked for changes',
  commented: 'Commented',
  dismissed: 'Dismissed since',
};

/** A review as a row: which pull request, what it said, when. */
export const reviewColumns: readonly Column<ReviewRow>[] = [
  {
    key: 'title',
    head: 'Pull request reviewed',
    cell: (row) => (
      <RowTitle title={row.title} path={row.path}>
        {answers[row.state]} · {row.repository.fullName} #{row.number} by <AuthorName author={row.author} />
      </RowTitle>
    ),
  },
  {
    key: 'when',
    head: 'When',
    width: '7rem',
    isNumber: true,
    cell: ({ submittedAt }) => <Moment at={submittedAt} />,
  },
];
