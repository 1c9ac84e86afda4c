import { FileIcon } from '@primer/octicons-react';
import { Button, SegmentedControl } from '@primer/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ImportRow, listImportRows, type PeopleImport } from '@throughline/contract';
import { useState } from 'react';
import { useCall } from '../api/api-context.ts';
import type { Column } from '../ui/column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { toNumber } from '../ui/number-words.ts';
import { RowList } from '../ui/row-list.tsx';
import { ScrollRow } from '../ui/scroll-row.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './people.module.css';
import { PersonName } from './person-name.tsx';

interface Props {
  readonly peopleImportId: number;
  readonly counts: PeopleImport['counts'];
}

const choices = [
  ['wrong', 'Wrong'],
  ['adds', 'To add'],
  ['changes', 'To change'],
  ['nothing', 'As they are'],
] as const;

/** Rows of a file by what they do, wrong ones first, each with its number in the file. */
export const ImportRows = ({ peopleImportId, counts }: Props) => {
  const [chosen, setChosen] = useState(choices.find(([does]) => counts[does] > 0)?.[0] ?? 'wrong');
  const list = useRows(peopleImportId, chosen);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className={styles['stack']}>
      <ScrollRow>
        <SegmentedControl
          aria-label="What rows do"
          onChange={(place) => setChosen(choices[place]?.[0] ?? 'wrong')}
        >
          {choices.map(([does, name]) => (
            <SegmentedControl.Button key={does} selected={does === chosen}>
              {`${name} ${toNumber(counts[does])}`}
            </SegmentedControl.Button>
          ))}
        </SegmentedControl>
      </ScrollRow>
      {list.isError && <FailureMessage error={list.error} onRetry={list.refetch} />}
      {list.isPending && <Skeleton label="Loading rows" rows={6} />}
      {list.data !== undefined && <Rows rows={rows} total={counts[chosen]} />}
      {list.hasNextPage && (
        <div>
          1 to {toNumber(rows.length)} of {toNumber(counts[chosen])}{' '}
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
};

const Rows = ({ rows, total }: { readonly rows: readonly ImportRow[]; readonly total: number }) =>
  rows.length === 0 ? (
    <EmptyState cause="nothing-matches" icon={FileIcon}>
      No row of this file does that.
    </EmptyState>
  ) : (
    <RowList
      label="Rows of the file"
      columns={columns}
      rows={rows}
      toKey={({ rowNumber }) => rowNumber}
      total={total}
      rowHeight={41}
    />
  );

const useRows = (peopleImportId: number, does: ImportRow['does']) => {
  const call = useCall();
  return useInfiniteQuery({
    queryKey: [listImportRows.id, peopleImportId, does],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      call(listImportRows, { params: { peopleImportId }, query: { does, after: pageParam }, signal }),
    getNextPageParam: ({ next }) => next,
  });
};

const columns: readonly Column<ImportRow>[] = [
  {
    key: 'row',
    head: 'Row',
    width: '5rem',
    narrowWidth: '3.5rem',
    isNumber: true,
    cell: ({ rowNumber }) => toNumber(rowNumber),
  },
  {
    key: 'who',
    head: 'Who',
    cell: (row) => (
      <>
        {row.person === undefined ? (
          <bdi dir="auto">{row.name ?? row.emails[0] ?? row.logins[0]}</bdi>
        ) : (
          <PersonName person={{ ...row.person, isDemo: false }} />
        )}
        {row.person !== undefined &&
          row.name !== undefined &&
          row.name !== row.person.name &&
          ` becomes ${row.name}`}
      </>
    ),
  },
  {
    key: 'has',
    head: 'What the file says',
    isWideOnly: true,
    cell: ({ emails, logins, joinedOn, leftOn, zone, team }) =>
      [
        ...emails,
        ...logins.map((login) => `@${login}`),
        ...(joinedOn === undefined ? [] : [`joined ${joinedOn}`]),
        ...(leftOn === undefined ? [] : [`left ${leftOn}`]),
        ...(zone === undefined ? [] : [zone]),
        ...(team === undefined ? [] : [`team ${team}`]),
      ].join(', '),
  },
  {
    key: 'told',
    head: 'What is to be known',
    cell: ({ problems, notes }) => [...problems, ...notes].join(' '),
  },
];
