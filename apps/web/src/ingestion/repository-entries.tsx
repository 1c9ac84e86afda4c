import { dataNames, type RepositorySyncDetail } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Completeness } from '../ui/completeness.tsx';
import { toNumber } from '../ui/number-words.ts';
import { RowList } from '../ui/row-list.tsx';

type Entry = RepositorySyncDetail['data'][number] & {
  /** Entries that GitHub counts. */
  readonly total: number | undefined;
  readonly entries: RepositorySyncDetail['entries'][number] | undefined;
};

/** Each kind of data: how much of it is here, and of how many pull requests all of it. */
export const RepositoryEntries = ({ detail }: { readonly detail: RepositorySyncDetail }) => (
  <RowList
    label="What is here, by kind of data"
    columns={columns}
    rows={toEntries(detail)}
    toKey={({ kind }) => kind}
    rowHeight={41}
  />
);

const toEntries = ({ data, entries, total }: RepositorySyncDetail): readonly Entry[] =>
  data.map((held) => {
    const own = entries.find(({ kind }) => kind === held.kind);
    return { ...held, entries: own, total: held.kind === 'pull-requests' ? total : own?.total };
  });

const columns: readonly Column<Entry>[] = [
  { key: 'kind', head: 'Data', cell: ({ kind }) => dataNames[kind] },
  {
    key: 'held',
    head: 'Here',
    width: '8rem',
    narrowWidth: '7.5rem',
    cell: (held) => <Completeness held={held} />,
  },
  {
    key: 'total',
    head: 'GitHub counts',
    width: '6rem',
    narrowWidth: '4.75rem',
    isNumber: true,
    cell: ({ total }) => (total === undefined ? 'not known' : toNumber(total)),
  },
  {
    key: 'whole',
    head: 'Whole for',
    width: '7rem',
    isNumber: true,
    isWideOnly: true,
    cell: ({ entries }) =>
      entries === undefined ? '' : `${toNumber(entries.whole)} of ${toNumber(entries.pullRequests)}`,
  },
];
