import { CheckIcon, LawIcon } from '@primer/octicons-react';
import { attentionGroup, type TeamExceptions } from '@throughline/contract';
import { DropFilters } from '../pulls/drop-filters.tsx';
import { MoreRows } from '../pulls/more-rows.tsx';
import { PeriodSelect } from '../pulls/period-select.tsx';
import { ScopeNotes } from '../pulls/scope-notes.tsx';
import { useFilterParams } from '../pulls/use-filter-params.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { AttentionGroups } from './attention-groups.tsx';
import styles from './exceptions-page.module.css';
import { exceptionTitles } from './group-words.data.ts';
import { ListPending } from './list-pending.tsx';
import { toExceptionsPath } from './to-attention-path.ts';
import { useExceptions } from './use-exceptions.ts';

const known = ['period', 'kind'] as const;

/** What went beyond a team's own agreements: the exceptions to talk about. */
export const ExceptionsPage = () => {
  const slug = usePathParam('slug');
  const filters = useFilterParams(known);
  const list = useExceptions(slug, filters);
  const first = list.data?.pages[0];
  if (first === undefined && list.isError && isNotFound(list.error)) return <NothingHere />;
  return (
    <Page {...toHead(slug, first)}>
      <Filters slug={slug} first={first} filters={filters} />
      <IgnoredParams known={known} refused={first?.ignored ?? []} />
      {first === undefined ? (
        <ListPending error={list.error} onRetry={list.refetch} label="Loading exceptions" />
      ) : (
        <Answered slug={slug} list={list} first={first} filters={filters} />
      )}
    </Page>
  );
};

const toHead = (slug: string, first: TeamExceptions | undefined) => ({
  title: first === undefined ? 'Exceptions' : `Exceptions in ${first.team.name}`,
  trail: <PathLink path={`/teams/${slug}`}>{first?.team.name ?? 'Team'}</PathLink>,
  sentence: first?.sentence,
});

const thisWeek = ['this-week', 'This week'] as const;

type Given = Readonly<Partial<Record<(typeof known)[number], string>>>;

interface FilterProps {
  readonly slug: string;
  readonly first: TeamExceptions | undefined;
  readonly filters: Given;
}

const Filters = ({ slug, first, filters }: FilterProps) => {
  const kind = attentionGroup.options.find((each) => each === filters.kind);
  return (
    <div className={styles['filters']}>
      <PeriodSelect period={first?.period} whenAbsent={thisWeek} />
      {kind !== undefined && <DropFilters names={['kind']} label={exceptionTitles[kind]} />}
      <span className={styles['way']}>
        <PathLink path={`/teams/${slug}/agreements`}>Agreements</PathLink>
      </span>
    </div>
  );
};

interface Props {
  readonly slug: string;
  readonly list: ReturnType<typeof useExceptions>;
  readonly first: TeamExceptions;
  readonly filters: Given;
}

const Answered = ({ slug, list, first, filters }: Props) => {
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  if (!first.hasAgreements) return <NoAgreements slug={slug} name={first.team.name} />;
  return (
    <>
      {first.total === 0 && (
        <EmptyState cause="nothing-matches" icon={CheckIcon}>
          Nothing went beyond what {first.team.name} agreed on, {first.period.label}.
        </EmptyState>
      )}
      <AttentionGroups
        groups={first.groups}
        rows={rows}
        titles={exceptionTitles}
        question={`${slug} ${JSON.stringify(filters)}`}
        toPath={(kind) => toExceptionsPath(slug, { ...filters, kind })}
      />
      <MoreRows
        shown={rows.length}
        total={first.total}
        isBusy={list.isFetchingNextPage}
        onMore={list.hasNextPage ? list.fetchNextPage : undefined}
      >
        <ScopeNotes scope={first.scope} />
        <p>
          Each stands in the period in which its limit passed. Requests for changes and reviews of new commits
          are judged as they stand now. Pull requests of everybody who worked in the team in the period.
        </p>
      </MoreRows>
    </>
  );
};

const NoAgreements = ({ slug, name }: { readonly slug: string; readonly name: string }) => (
  <EmptyState
    cause="not-computable"
    icon={LawIcon}
    next={<PathLink path={`/teams/${slug}/agreements`}>See agreements</PathLink>}
  >
    {name} has agreed on nothing yet. Exceptions are what goes beyond a team’s own agreements.
  </EmptyState>
);
