import { CodeReviewIcon, GitMergeIcon, IdBadgeIcon, RepoLockedIcon } from '@primer/octicons-react';
import type { PersonPage } from '@throughline/contract';
import { pullRequestColumns } from '../pulls/pull-request-columns.tsx';
import { reviewColumns } from '../pulls/review-columns.tsx';
import { toPullRequestKey, toReviewKey } from '../pulls/row-keys.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Figure } from '../ui/figure.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Section } from '../ui/section.tsx';
import styles from './person-work.module.css';
import { RepositoryFigures } from './repository-figures.tsx';
import { WeekByWeek } from './week-by-week.tsx';

/** A person's figures for a period, and the latest rows behind them. */
export const PersonWork = ({ page }: { readonly page: PersonPage }) => {
  if (page.accounts.length === 0) return <NoAccount page={page} />;
  if (page.scope.visibleRepositories === 0) return <NoRepository />;
  return (
    <>
      <div className={styles['figures']}>
        <Figure name="Shipped" figure={page.shipped} unit="pull requests" />
        <Figure name="Reviews given" figure={page.reviews} unit="reviews" />
      </div>
      <Section
        title="What was shipped"
        aside={<AllRows figure={page.shipped} shown={page.recentlyShipped.length} />}
      >
        {page.recentlyShipped.length === 0 ? (
          <EmptyState cause="nothing-matches" icon={GitMergeIcon}>
            Nothing was merged in {page.period.label}.
            {page.lastShippedOn !== undefined && ` The last merge before it was on ${page.lastShippedOn}.`}
          </EmptyState>
        ) : (
          <RowList
            label="What was shipped"
            columns={pullRequestColumns}
            rows={page.recentlyShipped}
            toKey={toPullRequestKey}
          />
        )}
      </Section>
      <Section
        title="Reviews given to others"
        aside={<AllRows figure={page.reviews} shown={page.recentlyReviewed.length} />}
      >
        {page.recentlyReviewed.length === 0 ? (
          <EmptyState cause="nothing-matches" icon={CodeReviewIcon}>
            No review was given in {page.period.label}.
          </EmptyState>
        ) : (
          <RowList
            label="Reviews given to others"
            columns={reviewColumns}
            rows={page.recentlyReviewed}
            toKey={toReviewKey}
          />
        )}
      </Section>
      {page.repositories.length > 0 && (
        <Section title="Where">
          <RepositoryFigures repositories={page.repositories} />
        </Section>
      )}
      <Section title="Week by week">
        <WeekByWeek weeks={page.weeks} zone={page.period.zone} />
      </Section>
    </>
  );
};

interface AllProps {
  readonly figure: PersonPage['shipped'];
  readonly shown: number;
}

const AllRows = ({ figure, shown }: AllProps) =>
  figure.value > shown && <PathLink path={figure.rows}>All {figure.value}</PathLink>;

const NoAccount = ({ page: { slug, isMe } }: { readonly page: PersonPage }) => (
  <EmptyState
    cause="not-computable"
    icon={IdBadgeIcon}
    next={<PathLink path={`/people/${slug}/accounts`}>Link GitHub Account</PathLink>}
  >
    No GitHub account is linked{isMe ? ' to you' : ''}, so there is no work to show. An administrator links
    one; the page fills at once with everything that was read.
  </EmptyState>
);

const NoRepository = () => (
  <EmptyState cause="not-for-you" icon={RepoLockedIcon}>
    You see no repository here yet, so there is no work to show. An administrator grants you some.
  </EmptyState>
);
