import { GitPullRequestIcon } from '@primer/octicons-react';
import { listPullRequests, type Period, type RouteAnswer } from '@throughline/contract';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { DropFilters } from './drop-filters.tsx';
import { MoreRows } from './more-rows.tsx';
import { PeriodSelect } from './period-select.tsx';
import { pullRequestColumns } from './pull-request-columns.tsx';
import styles from './pulls-page.module.css';
import { RepositorySelect } from './repository-select.tsx';
import { ScopeNotes } from './scope-notes.tsx';
import { StateChoice } from './state-choice.tsx';
import { useFilterParams } from './use-filter-params.ts';
import { usePaged } from './use-paged.ts';

const known = ['author', 'state', 'repo', 'period'] as const;

type Answer = RouteAnswer<typeof listPullRequests>;

/** Pull requests by state, author, repository and period: what figures open into. */
export const PullsPage = () => {
  const filters = useFilterParams(known);
  const list = usePaged(listPullRequests, filters, ({ next }) => next);
  const first = list.data?.[0];
  const rows = list.data?.flatMap(({ pullRequests }) => pullRequests) ?? [];
  return (
    <Page title="Pull requests" sentence={first && toSentence(first, filters.author)}>
      <div className={styles['filters']}>
        <StateChoice />
        <RepositorySelect />
        <PeriodSelect period={first?.period} whenAbsent={['', 'Any time']} />
        {filters.author !== undefined && <DropFilters names={['author']} label={`by ${filters.author}`} />}
      </div>
      <IgnoredParams known={known} refused={first?.ignored ?? []} />
      {list.isError && <FailureMessage error={list.error} onRetry={list.refetch} />}
      {first === undefined ? (
        !list.isError && <Skeleton label="Loading pull requests" rows={10} />
      ) : first.total === 0 ? (
        <NoPullRequests isFiltered={Object.keys(filters).length > 0} period={first.period} />
      ) : (
        <RowList
          label="Pull requests"
          columns={pullRequestColumns}
          rows={rows}
          toKey={(row) => `${row.repository.repositoryId}#${row.number}`}
        />
      )}
      {first !== undefined && (
        <MoreRows
          shown={rows.length}
          total={first.total}
          isBusy={list.isFetchingNextPage}
          onMore={list.hasNextPage ? list.fetchNextPage : undefined}
        >
          <ScopeNotes scope={first.scope} />
        </MoreRows>
      )}
    </Page>
  );
};

const toSentence = ({ total, period, scope }: Answer, author: string | undefined): string => {
  const atLeast = scope.gaps.length > 0 ? 'At least ' : '';
  const by = author === undefined ? '' : ` by ${author}`;
  const when = period === undefined ? '' : `, ${period.label}`;
  return `${atLeast}${toCount(total, 'pull request')}${by}${when}.`;
};

interface NoneProps {
  readonly isFiltered: boolean;
  readonly period: Period | undefined;
}

const NoPullRequests = ({ isFiltered, period }: NoneProps) => (
  <EmptyState
    cause={isFiltered ? 'nothing-matches' : 'nothing-yet'}
    icon={GitPullRequestIcon}
    next={isFiltered && <DropFilters names={known} label="all filters" />}
  >
    {isFiltered
      ? `No pull request matches${period === undefined ? '' : ` in ${period.label}`}.`
      : 'No pull request is here yet. The first ones arrive about a minute after an organisation is connected.'}
  </EmptyState>
);
