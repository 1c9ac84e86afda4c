import { GitPullRequestIcon } from '@primer/octicons-react';
import { listPullRequests, type RouteAnswer } from '@throughline/contract';
import { EmptyState } from '../ui/empty-state.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { DropFilters } from './drop-filters.tsx';
import { PagedRows } from './paged-rows.tsx';
import { PeriodSelect } from './period-select.tsx';
import { pullRequestColumns } from './pull-request-columns.tsx';
import styles from './pulls-page.module.css';
import { RepositorySelect } from './repository-select.tsx';
import { toPullRequestKey } from './row-keys.ts';
import { StateChoice } from './state-choice.tsx';
import { useFilterParams } from './use-filter-params.ts';
import { usePaged } from './use-paged.ts';

const known = ['author', 'state', 'repo', 'period'] as const;

type Answer = RouteAnswer<typeof listPullRequests>;

/** Pull requests by state, author, repository and period: what figures open into. */
export const PullsPage = () => {
  const filters = useFilterParams(known);
  const list = usePaged(listPullRequests, filters, (page) => page);
  const [first] = list.data ?? [];
  return (
    <Page title="Pull requests" sentence={first && toSentence(first, filters.author)}>
      <div className={styles['filters']}>
        <StateChoice />
        <RepositorySelect />
        <PeriodSelect period={first?.period} whenAbsent={anyTime} />
        {filters.author !== undefined && <DropFilters names={['author']} label={`by ${filters.author}`} />}
      </div>
      <IgnoredParams known={known} refused={first?.ignored ?? []} />
      <PagedRows
        label="Pull requests"
        list={list}
        toRows={({ pullRequests }) => pullRequests}
        columns={pullRequestColumns}
        toKey={toPullRequestKey}
        empty={
          Object.keys(filters).length > 0 ? <NothingMatches when={first?.period?.label} /> : <NothingYet />
        }
      />
    </Page>
  );
};

const anyTime = ['', 'Any time'] as const;

const toSentence = ({ total, period, scope }: Answer, author: string | undefined): string => {
  const atLeast = scope.gaps.length > 0 ? 'At least ' : '';
  const by = author === undefined ? '' : ` by ${author}`;
  const when = period === undefined ? '' : `, ${period.label}`;
  return `${atLeast}${toCount(total, 'pull request')}${by}${when}.`;
};

const NothingMatches = ({ when }: { readonly when: string | undefined }) => (
  <EmptyState
    cause="nothing-matches"
    icon={GitPullRequestIcon}
    next={<DropFilters names={known} label="all filters" />}
  >
    No pull request matches{when !== undefined && ` in ${when}`}.
  </EmptyState>
);

const NothingYet = () => (
  <EmptyState cause="nothing-yet" icon={GitPullRequestIcon}>
    No pull request is here yet. The first ones arrive about a minute after an organisation is connected.
  </EmptyState>
);
