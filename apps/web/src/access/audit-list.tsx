import { LogIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type AuditEntry, type AuditFilter, listAudit } from '@throughline/contract';
import type { ReactNode } from 'react';
import { useCall } from '../api/api-context.ts';
import type { Column } from '../ui/column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { auditColumns, subjectAuditColumns } from './audit-columns.tsx';

interface Props {
  /** Which changes; `{ subject: 'connection:7' }` is a connection's own log. */
  readonly filter: AuditFilter;
  /** Stands in place of the list when nothing was changed yet. */
  readonly empty?: ReactNode;
}

/** What was changed, by whom, newest first, page by page. */
export const AuditList = ({ filter, empty }: Props) => {
  const call = useCall();
  const pages = useInfiniteQuery({
    queryKey: [listAudit.id, filter],
    queryFn: ({ pageParam, signal }) =>
      call(listAudit, {
        query: { ...filter, ...(pageParam !== undefined && { before: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as number | undefined, // as: the first page begins at the newest entry
    getNextPageParam: (last) => last.nextBefore,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries);
  return (
    <>
      {pages.isError && <FailureMessage error={pages.error} onRetry={pages.refetch} />}
      {pages.isPending && <Skeleton label="Loading changes" rows={8} />}
      {entries !== undefined && (
        <Entries
          entries={entries}
          columns={filter.subject === undefined ? auditColumns : subjectAuditColumns}
          empty={empty}
        />
      )}
      {pages.hasNextPage && (
        <div>
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            Show older changes
          </Button>
        </div>
      )}
    </>
  );
};

interface EntriesProps {
  readonly entries: readonly AuditEntry[];
  readonly columns: readonly Column<AuditEntry>[];
  readonly empty: ReactNode;
}

const Entries = ({ entries, columns, empty }: EntriesProps) =>
  entries.length === 0 ? (
    (empty ?? <NothingYet />)
  ) : (
    <RowList label="Changes" columns={columns} rows={entries} toKey={({ auditId }) => auditId} />
  );

const NothingYet = () => (
  <EmptyState cause="nothing-yet" icon={LogIcon}>
    Nothing was changed yet. What administrators change stands here from now on.
  </EmptyState>
);
