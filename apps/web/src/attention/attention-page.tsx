import { CheckIcon } from '@primer/octicons-react';
import { type AttentionList, attentionGroup, listAttention } from '@throughline/contract';
import { useNews } from '../api/use-news.ts';
import { DropFilters } from '../pulls/drop-filters.tsx';
import { MoreRows } from '../pulls/more-rows.tsx';
import { ScopeNotes } from '../pulls/scope-notes.tsx';
import { useFilterParams } from '../pulls/use-filter-params.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { AttentionGroups } from './attention-groups.tsx';
import styles from './attention-page.module.css';
import { AttentionWays } from './attention-ways.tsx';
import { groupTitles, ownTitles } from './group-words.data.ts';
import { ListPending } from './list-pending.tsx';
import { toAttentionPath } from './to-attention-path.ts';
import { UnlinkedState } from './unlinked-state.tsx';
import { useAttention } from './use-attention.ts';
import { useSnooze } from './use-snooze.ts';
import { WhoseSelect } from './whose-select.tsx';

const live = [listAttention];
const known = ['team', 'repo', 'kind', 'show', 'limits'] as const;

/** What waits: for the reader, for their teams, in a team or in a repository. */
export const AttentionPage = () => {
  const filters = useFilterParams(known);
  const list = useAttention(filters);
  const first = list.data?.pages[0];
  useNews(live);
  if (first === undefined && list.isError && isNotFound(list.error)) return <NothingHere />;
  return (
    <Page title={toTitle(first)} tab="Attention" sentence={first?.sentence}>
      <Filters filters={filters} />
      <IgnoredParams known={known} refused={first?.ignored ?? []} />
      {first === undefined ? (
        <ListPending error={list.error} onRetry={list.refetch} label="Loading what waits" />
      ) : (
        <Answered list={list} first={first} filters={filters} />
      )}
    </Page>
  );
};

const toTitle = (first: AttentionList | undefined): string => {
  switch (first?.of.kind) {
    case undefined:
    case 'me':
      return 'Waiting for you';
    case 'my-teams':
      return 'Attention now in your teams';
    case 'team':
      return `Attention now in ${first.of.name}`;
    case 'repository':
      return `Attention now in ${first.of.fullName}`;
  }
};

type Given = Readonly<Partial<Record<(typeof known)[number], string>>>;

const Filters = ({ filters }: { readonly filters: Given }) => {
  const kind = attentionGroup.options.find((each) => each === filters.kind);
  return (
    <div className={styles['filters']}>
      <WhoseSelect />
      {kind !== undefined && <DropFilters names={['kind']} label={groupTitles[kind]} />}
      {filters.limits === 'agreed' && <DropFilters names={['limits']} label="agreed on by a team" />}
      {filters.show !== undefined && <DropFilters names={['show']} label={filters.show} />}
    </div>
  );
};

interface AnsweredProps {
  readonly list: ReturnType<typeof useAttention>;
  readonly first: AttentionList;
  readonly filters: Given;
}

const Answered = ({ list, first, filters }: AnsweredProps) => {
  const snoozing = useSnooze();
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  if (first.unlinked !== undefined) return <UnlinkedState unlinked={first.unlinked} />;
  const isOwn = first.of.kind === 'me' && filters.show !== 'others';
  return (
    <>
      <AttentionWays list={first} filters={filters} />
      {first.total === 0 && <NothingWaits filters={filters} />}
      <AttentionGroups
        groups={first.groups}
        rows={rows}
        titles={isOwn ? ownTitles : groupTitles}
        question={JSON.stringify(filters)}
        toPath={(kind) => toAttentionPath({ ...filters, kind })}
        snoozing={snoozing}
      />
      {snoozing.error !== null && <FailureMessage error={snoozing.error} isAnswer />}
      {list.isError && <FailureMessage error={list.error} onRetry={list.refetch} />}
      <MoreRows
        shown={rows.length}
        total={first.total}
        isBusy={list.isFetchingNextPage}
        onMore={list.hasNextPage ? list.fetchNextPage : undefined}
      >
        <ScopeNotes scope={first.scope} />
        <p>
          Hours are elapsed hours, nights and weekends too. Drafts wait for nobody. Pull requests wait, not
          people: what waits longest stands first.
        </p>
      </MoreRows>
    </>
  );
};

const NothingWaits = ({ filters }: Pick<AnsweredProps, 'filters'>) => {
  const dropped = known.filter((name) => name !== 'team' && name !== 'repo' && filters[name] !== undefined);
  return dropped.length > 0 ? (
    <EmptyState
      cause="nothing-matches"
      icon={CheckIcon}
      next={<DropFilters names={dropped} label={dropped.join(', ')} />}
    >
      Nothing matches these filters.
    </EmptyState>
  ) : (
    <EmptyState
      cause="nothing-yet"
      icon={CheckIcon}
      next={<PathLink path="/pulls?state=open">Show all that is open</PathLink>}
    >
      Nothing waits here.
    </EmptyState>
  );
};
