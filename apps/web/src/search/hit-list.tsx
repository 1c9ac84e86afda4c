import type { SearchHit } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { hitIcons } from './hit-icons.data.ts';
import styles from './hit-list.module.css';

interface Props {
  readonly label: string;
  readonly hits: readonly SearchHit[];
}

/** What was found of one kind. */
export const HitList = ({ label, hits }: Props) => (
  <RowList
    label={label}
    columns={hits.some(({ createdAt }) => createdAt !== undefined) ? [...columns, opened] : columns}
    rows={hits}
    toKey={({ path }) => path}
  />
);

const HitTitle = ({ hit }: { readonly hit: SearchHit }) => {
  const Picture = hitIcons[hit.state ?? hit.kind];
  return (
    <span className={styles['title']}>
      <Picture
        className={styles['icon'] ?? ''}
        {...(hit.state !== undefined && { 'aria-label': hit.state })}
      />
      <PathLink path={hit.path}>
        <bdi dir="auto">{hit.title}</bdi>
      </PathLink>
    </span>
  );
};

const columns: readonly Column<SearchHit>[] = [
  { key: 'title', head: 'Name', cell: (hit) => <HitTitle hit={hit} /> },
  { key: 'detail', head: 'Where', width: '16rem', narrowWidth: '40%', cell: ({ detail }) => detail },
];

const opened: Column<SearchHit> = {
  key: 'opened',
  head: 'Opened',
  width: '8rem',
  isWideOnly: true,
  isNumber: true,
  cell: ({ createdAt }) => createdAt !== undefined && <Moment at={createdAt} />,
};
