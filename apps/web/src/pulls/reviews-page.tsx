import { CodeReviewIcon } from '@primer/octicons-react';
import { listReviews } from '@throughline/contract';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { MoreRows } from './more-rows.tsx';
import { PeriodSelect } from './period-select.tsx';
import styles from './pulls-page.module.css';
import { RepositorySelect } from './repository-select.tsx';
import { reviewColumns } from './review-columns.tsx';
import { ScopeNotes } from './scope-notes.tsx';
import { useFilterParams } from './use-filter-params.ts';
import { usePaged } from './use-paged.ts';

const known = ['reviewer', 'repo', 'period'] as const;

/** Reviews that one person gave to others. */
export const ReviewsPage = () => {
  const { reviewer, ...filters } = useFilterParams(known);
  return reviewer === undefined ? <NothingHere /> : <Reviews reviewer={reviewer} {...filters} />;
};

interface Props {
  readonly reviewer: string;
  readonly repo?: string;
  readonly period?: string;
}

const Reviews = (filters: Props) => {
  const list = usePaged(listReviews, { ...filters }, ({ next }) => next);
  const first = list.data?.[0];
  const rows = list.data?.flatMap(({ reviews }) => reviews) ?? [];
  const when = first?.period === undefined ? '' : `, ${first.period.label}`;
  return (
    <Page
      title="Reviews given"
      trail={<PathLink path={`/people/${filters.reviewer}`}>{filters.reviewer}</PathLink>}
      sentence={first && `${toCount(first.total, 'review')} of others’ pull requests${when}.`}
    >
      <div className={styles['filters']}>
        <RepositorySelect />
        <PeriodSelect period={first?.period} whenAbsent={['', 'Any time']} />
      </div>
      <IgnoredParams known={known} refused={first?.ignored ?? []} />
      {list.isError && <FailureMessage error={list.error} onRetry={list.refetch} />}
      {first === undefined ? (
        !list.isError && <Skeleton label="Loading reviews" rows={10} />
      ) : first.total === 0 ? (
        <EmptyState cause="nothing-matches" icon={CodeReviewIcon}>
          No review matches. Choose a longer period, or all repositories.
        </EmptyState>
      ) : (
        <RowList
          label="Reviews given"
          columns={reviewColumns}
          rows={rows}
          toKey={(row) => `${row.repository.repositoryId}#${row.number} ${row.submittedAt}`}
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
