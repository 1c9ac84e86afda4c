import { CodeReviewIcon } from '@primer/octicons-react';
import { listReviews, type RouteAnswer } from '@throughline/contract';
import { useNews } from '../api/use-news.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { NothingHere } from '../ui/nothing-here.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { PagedRows } from './paged-rows.tsx';
import { PeriodSelect } from './period-select.tsx';
import styles from './pulls-page.module.css';
import { RepositorySelect } from './repository-select.tsx';
import { reviewColumns } from './review-columns.tsx';
import { toReviewKey } from './row-keys.ts';
import { useFilterParams } from './use-filter-params.ts';
import { usePaged } from './use-paged.ts';

const known = ['reviewer', 'team', 'repo', 'period'] as const;
const live = [listReviews];

/** Reviews that one person, or a team, gave to others. */
export const ReviewsPage = () => {
  const filters = useFilterParams(known);
  const isAsked = filters.reviewer !== undefined || filters.team !== undefined;
  return isAsked ? <Reviews {...filters} /> : <NothingHere />;
};

interface Props {
  readonly reviewer?: string;
  readonly team?: string;
  readonly repo?: string;
  readonly period?: string;
}

const toSentence = ({ total, period, scope }: RouteAnswer<typeof listReviews>): string => {
  const atLeast = scope.gaps.length > 0 ? 'At least ' : '';
  const when = period === undefined ? '' : `, ${period.label}`;
  return `${atLeast}${toCount(total, 'review')} of others’ pull requests${when}.`;
};

const Reviews = (filters: Props) => {
  const list = usePaged(listReviews, { ...filters }, (page) => page);
  const [first] = list.data ?? [];
  useNews(live);
  if (isNotFound(list.error)) return <NothingHere />;
  return (
    <Page
      title="Reviews given"
      trail={first && <Whose of={first.of} />}
      sentence={first && toSentence(first)}
    >
      <div className={styles['filters']}>
        <RepositorySelect />
        <PeriodSelect period={first?.period} whenAbsent={anyTime} />
      </div>
      <IgnoredParams known={known} refused={first?.ignored ?? []} />
      <PagedRows
        label="Reviews given"
        question={JSON.stringify(filters)}
        list={list}
        toRows={({ reviews }) => reviews}
        columns={reviewColumns}
        toKey={toReviewKey}
        empty={
          <EmptyState cause="nothing-matches" icon={CodeReviewIcon}>
            No review matches. Choose a longer period, or all repositories.
          </EmptyState>
        }
      />
    </Page>
  );
};

const Whose = ({ of }: Pick<RouteAnswer<typeof listReviews>, 'of'>) => (
  <>
    {of.map(({ name, path }) => (
      <PathLink key={path} path={path}>
        <bdi dir="auto">{name}</bdi>{' '}
      </PathLink>
    ))}
  </>
);

const anyTime = ['', 'Any time'] as const;
