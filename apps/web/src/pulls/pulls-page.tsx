import { DownloadIcon, GitPullRequestIcon } from '@primer/octicons-react';
import {
  countPullRequests,
  listPullRequestRows,
  type PullParams,
  type RouteAnswer,
} from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useNews } from '../api/use-news.ts';
import { useReader } from '../api/use-session.ts';
import { toSearch } from '../shell/search-params.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { NothingHere } from '../ui/nothing-here.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { CopyListLink } from './copy-list-link.tsx';
import { DropFilters } from './drop-filters.tsx';
import { FilterBox } from './filter-box.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { ListLook } from './list-look.tsx';
import { PeriodSelect } from './period-select.tsx';
import { PullList } from './pull-list.tsx';
import styles from './pulls-page.module.css';
import { SavedViewBar } from './saved-view-bar.tsx';
import { toScopeInterval } from './scope-interval.ts';
import { ScopeNotes } from './scope-notes.tsx';
import { StateCounts } from './state-counts.tsx';
import { usePullParams } from './use-pull-params.ts';
import { usePullRows } from './use-pull-rows.ts';

type Counts = RouteAnswer<typeof countPullRequests>;

/** What is asked for again as soon as something changed. What is looked into beside the list comes later, and so goes by its name. */
const live = [listPullRequestRows, countPullRequests, { id: 'getPullRequest' }];

/** While nothing is missing the counts are asked again this often. */
const countMs = 30_000;

/** Pull requests by GitHub's qualifiers: what figures open into. */
export const PullsPage = () => {
  const { params, query, filters, unknown, setParams } = usePullParams();
  const list = usePullRows(query);
  const counts = useAnswer(
    countPullRequests,
    { query: filters },
    { isKept: true, toInterval: ({ scope }) => toScopeInterval(scope) || countMs },
  );
  useNews(live);
  if (isNotFound(list.error)) return <NothingHere />;
  const { ignored: refused = [], nothingSeen = [], period } = list.first ?? {};
  const ignored = [...refused, ...unknown.map(toIgnored)];
  return (
    <Page
      title="Pull requests"
      // Keeps its place until it is counted, so that nothing moves.
      sentence={counts.data === undefined ? '\u00a0' : toSentence(counts.data, period?.label)}
      aside={<Exports query={query} ignored={ignored} />}
    >
      <div className={styles['ask']}>
        <FilterBox params={params} onChange={setParams} />
        <FilterMenu params={params} onChange={setParams} />
      </div>
      <FilterChips params={params} ignored={ignored} nothingSeen={nothingSeen} onChange={setParams} />
      <div className={styles['head']}>
        <StateCounts params={params} counts={counts.data} />
        <div className={styles['filters']}>
          <PeriodSelect period={period} whenAbsent={anyTime} />
          <ListLook params={params} onChange={setParams} />
          <CopyListLink params={params} period={period} />
          <SavedViewBar params={params} />
        </div>
      </div>
      <PullList
        list={list}
        params={params}
        question={JSON.stringify(query)}
        total={counts.isPlaceholderData ? undefined : counts.data?.total}
        empty={<Nothing names={Object.keys(filters)} />}
      />
      {counts.data !== undefined && <ScopeNotes scope={counts.data.scope} />}
    </Page>
  );
};

const anyTime = ['', 'Any time'] as const;

const toIgnored = ([name, value]: readonly [string, string]) => ({
  name,
  value,
  reason: 'There is no such filter here.',
});

const toSentence = ({ total, scope }: Counts, when: string | undefined): string => {
  const atLeast = scope.gaps.length > 0 ? 'At least ' : '';
  return `${atLeast}${toCount(total, 'pull request')}${when === undefined ? '' : `, ${when}`}.`;
};

interface ExportsProps {
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly ignored: readonly { readonly name: string; readonly value: string }[];
}

/** Files of exactly these rows. What is not understood is not asked of them. */
const Exports = ({ query, ignored }: ExportsProps) => {
  const understood: PullParams = Object.fromEntries(
    Object.entries(query)
      .filter(([name]) => name !== 'group')
      .map(([name, given]) => [
        name,
        [given].flat().filter((value) => !ignored.some((one) => one.name === name && one.value === value)),
      ]),
  );
  const search = toSearch(understood);
  return (
    <span className={styles['exports']}>
      <DownloadIcon /> <a href={`/api/pulls.csv${search}`}>.csv</a>{' '}
      <a href={`/api/pulls.json${search}`}>.json</a>
    </span>
  );
};

const Nothing = ({ names }: { readonly names: readonly string[] }) =>
  names.length > 0 ? <NothingMatches names={names} /> : <NothingYet />;

const NothingMatches = ({ names }: { readonly names: readonly string[] }) => (
  <EmptyState
    cause="nothing-matches"
    icon={GitPullRequestIcon}
    next={<DropFilters names={names} label="all filters" />}
  >
    No pull request matches. Drop the filter that excludes most, or all of them.
  </EmptyState>
);

const NothingYet = () => {
  const isAdministrator = useReader()?.role === 'administrator';
  return (
    <EmptyState
      cause="nothing-yet"
      icon={GitPullRequestIcon}
      next={isAdministrator ? <PathLink path="/sync">See what is read</PathLink> : undefined}
    >
      No pull request is here yet. The first ones arrive about a minute after an organisation is connected.
    </EmptyState>
  );
};
