import { EyeIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getMyData, listMyLooks } from '@throughline/contract';
import { useCall } from '../api/api-context.ts';
import { useAnswer } from '../api/use-answer.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { meLookColumns } from './me-look-columns.tsx';

const skeleton = <Skeleton label="Loading who looked" rows={6} />;

/** Who looked at the reader's page and what they opened, newest first. */
export const MeLooks = () => {
  const data = useAnswer(getMyData);
  return (
    <Loaded answer={data} skeleton={skeleton}>
      {({ pages }) => <Looks says={pages.says} />}
    </Loaded>
  );
};

const Looks = ({ says }: { readonly says: string }) => {
  const call = useCall();
  const pages = useInfiniteQuery({
    queryKey: [listMyLooks.id],
    queryFn: ({ pageParam, signal }) => call(listMyLooks, { query: { before: pageParam }, signal }),
    initialPageParam: undefined as string | undefined, // as: the first page begins with the newest look
    getNextPageParam: (last) => last.nextBefore,
  });
  const looks = pages.data?.pages.flatMap((page) => page.looks);
  return (
    <>
      <p>
        {says} Each who looked has one line an hour, whatever they opened in it: your page, lists of your
        work, figures, exports, also by an API key. Looks are kept for two years.
      </p>
      {pages.isError && <FailureMessage error={pages.error} onRetry={pages.refetch} />}
      {pages.isPending && skeleton}
      {looks?.length === 0 && (
        <EmptyState cause="nothing-yet" icon={EyeIcon}>
          Nobody has looked yet.
        </EmptyState>
      )}
      {looks !== undefined && looks.length > 0 && (
        <RowList
          label="Who looked"
          columns={meLookColumns}
          rows={looks}
          toKey={({ at, name }) => `${at} ${name ?? ''}`}
        />
      )}
      {pages.hasNextPage && (
        <div>
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            Show older looks
          </Button>
        </div>
      )}
    </>
  );
};
