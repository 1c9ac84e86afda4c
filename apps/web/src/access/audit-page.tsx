import { LogIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { listAudit } from '@throughline/contract';
import { useCall } from '../api/api-context.ts';
import { SettingsTrail } from '../settings/settings-trail.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { auditColumns } from './audit-columns.tsx';

/** What was changed here, by whom, newest first. It can only be read. */
export const AuditPage = () => {
  const call = useCall();
  const pages = useInfiniteQuery({
    queryKey: [listAudit.id],
    queryFn: ({ pageParam, signal }) => call(listAudit, { query: { before: pageParam }, signal }),
    initialPageParam: undefined as number | undefined, // as: the first page begins at the newest entry
    getNextPageParam: (last) => last.nextBefore,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries);
  return (
    <Page
      title="Audit log"
      trail={<SettingsTrail />}
      sentence="What was changed here, when, and by whom; newest first."
    >
      {pages.isError && <FailureMessage error={pages.error} onRetry={pages.refetch} />}
      {pages.isPending && <Skeleton label="Loading the audit log" rows={8} />}
      {entries?.length === 0 && (
        <EmptyState cause="nothing-yet" icon={LogIcon}>
          Nothing was changed yet. What administrators change stands here from now on.
        </EmptyState>
      )}
      {entries !== undefined && entries.length > 0 && (
        <RowList label="Changes" columns={auditColumns} rows={entries} toKey={({ auditId }) => auditId} />
      )}
      {pages.hasNextPage && (
        <div>
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            Show older changes
          </Button>
        </div>
      )}
    </Page>
  );
};
