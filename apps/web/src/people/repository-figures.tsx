import type { PersonPage } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { FigureLink } from '../ui/figure-link.tsx';
import { RowList } from '../ui/row-list.tsx';

type RepositoryRow = PersonPage['repositories'][number];

/** Shipped and reviewed by repository, by name; each number opens its rows. */
export const RepositoryFigures = ({ repositories }: { readonly repositories: readonly RepositoryRow[] }) => (
  <RowList
    label="By repository"
    columns={columns}
    rows={repositories}
    toKey={({ repository }) => repository.repositoryId}
    rowHeight={41}
  />
);

const columns: readonly Column<RepositoryRow>[] = [
  { key: 'name', head: 'Repository', cell: ({ repository }) => repository.fullName },
  {
    key: 'shipped',
    head: 'Shipped',
    width: '8rem',
    isNumber: true,
    cell: ({ shipped }) => <FigureLink figure={shipped} />,
  },
  {
    key: 'reviews',
    head: 'Reviews given',
    width: '8rem',
    isNumber: true,
    cell: ({ reviews }) => <FigureLink figure={reviews} />,
  },
];
