import { RepoIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { listRepositoryRows } from '@throughline/contract';
import { useCall } from '../api/api-context.ts';
import { useReader } from '../api/use-session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import { toRepositoryColumns } from './repository-columns.tsx';

/** The repositories a reader sees: what is open in each, what was merged lately, how much of it is here. */
export const RepositoriesPage = () => {
  const [filter, setFilter] = useParam('q', { isTyped: true });
  const q = filter.trim();
  const list = useRepositories(q);
  const [first] = list.data?.pages ?? [];
  return (
    <Page title="Repositories" sentence={first && toSentence(first.total, q)}>
      <FilterField label="Filter repositories" value={filter} onChange={setFilter} />
      <IgnoredParams known={['q']} />
      <Rows list={list} q={q} onDrop={() => setFilter('')} />
    </Page>
  );
};

const useRepositories = (q: string) => {
  const call = useCall();
  return useInfiniteQuery({
    queryKey: [listRepositoryRows.id, 'paged', q],
    initialPageParam: undefined as string | undefined, // as: the first page has no cursor, the others a text
    queryFn: ({ pageParam, signal }) =>
      call(listRepositoryRows, { query: { ...(q !== '' && { q }), after: pageParam }, signal }),
    getNextPageParam: ({ next }) => next,
  });
};

const toSentence = (total: number, q: string): string =>
  q === ''
    ? `${toCount(total, 'repository', 'repositories')} that you can see.`
    : `${toCount(total, 'repository', 'repositories')} with “${q}” in the name.`;

interface RowsProps {
  readonly list: ReturnType<typeof useRepositories>;
  readonly q: string;
  readonly onDrop: () => void;
}

const Rows = ({ list, q, onDrop }: RowsProps) => {
  const [first] = list.data?.pages ?? [];
  if (first === undefined) {
    if (list.isError) return <FailureMessage error={list.error} onRetry={list.refetch} />;
    return <Skeleton label="Loading repositories" rows={10} />;
  }
  if (first.total === 0) return <Nothing q={q} onDrop={onDrop} />;
  const rows = list.data?.pages.flatMap(({ repositories }) => repositories) ?? [];
  return (
    <>
      <RowList
        label="Repositories"
        columns={toRepositoryColumns(rows.some(({ reading }) => reading !== undefined))}
        rows={rows}
        toKey={({ repositoryId }) => repositoryId}
        total={first.total}
      />
      {list.isError && <FailureMessage error={list.error} onRetry={list.refetch} />}
      <div>
        1 to {toNumber(rows.length)} of {toNumber(first.total)}{' '}
        {list.hasNextPage && (
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show more
          </Button>
        )}
      </div>
    </>
  );
};

const NothingYet = () => {
  const isAdministrator = useReader()?.role === 'administrator';
  return (
    <EmptyState
      cause="nothing-yet"
      icon={RepoIcon}
      next={isAdministrator ? <PathLink path="/settings/github">Connect GitHub</PathLink> : undefined}
    >
      No repository is here that you can see. An administrator connects GitHub and grants repositories.
    </EmptyState>
  );
};

const Nothing = ({ q, onDrop }: Pick<RowsProps, 'q' | 'onDrop'>) =>
  q === '' ? (
    <NothingYet />
  ) : (
    <EmptyState
      cause="nothing-matches"
      icon={RepoIcon}
      next={<Button onClick={onDrop}>Drop this filter</Button>}
    >
      No repository that you can see has “{q}” in its name.
    </EmptyState>
  );
