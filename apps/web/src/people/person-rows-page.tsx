import { GitPullRequestIcon } from '@primer/octicons-react';
import { Link } from '@primer/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import {
  ApiFailure,
  exportPersonRowsCsv,
  exportPersonRowsJson,
  listPersonRows,
  personFigure,
  type RouteAnswer,
  toAddress,
} from '@throughline/contract';
import { useCall } from '../api/api-context.ts';
import { useNews } from '../api/use-news.ts';
import { PagedRows } from '../pulls/paged-rows.tsx';
import { PeriodSelect } from '../pulls/period-select.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import styles from './people.module.css';
import { personRowColumns } from './person-row-columns.tsx';

const live = [listPersonRows];

type Answer = RouteAnswer<typeof listPersonRows>;

/** Exactly the pull requests that a figure of a person's page counts. */
export const PersonRowsPage = () => {
  const slug = usePathParam('slug');
  const query = useRowsQuery();
  const oddFigure = useOddFigure();
  const list = usePersonRows(slug, query);
  const [first] = list.data ?? [];
  const refused = toRefused(oddFigure, first);
  useNews(live, 'computed');
  if (isNotFound(list.error)) return <NothingHere />;
  return (
    <Page {...toHead(first)} aside={<PeriodSelect period={first?.period} whenAbsent={lastMonth} />}>
      {first !== undefined && <p>{first.definition}</p>}
      {first !== undefined && refused.length === 0 && <Files slug={slug} query={query} />}
      <IgnoredParams known={['figure', 'value', 'period']} refused={refused} />
      <PagedRows
        label="Pull requests"
        question={JSON.stringify([slug, query])}
        list={list}
        toRows={({ rows }) => rows}
        columns={personRowColumns}
        toKey={({ repository, number }) => `${repository.repositoryId}#${number}`}
        empty={
          <EmptyState cause="nothing-matches" icon={GitPullRequestIcon}>
            No pull request is counted by this figure in {first?.period.label}.
          </EmptyState>
        }
      />
    </Page>
  );
};

const lastMonth = ['last-30-days', 'Last 30 days'] as const;

const isNotFound = (error: unknown): boolean =>
  error instanceof ApiFailure && error.failure.code === 'not-found';

const toHead = (first: Answer | undefined) =>
  first === undefined
    ? { title: 'Pull requests' }
    : {
        title: first.title,
        trail: <PathLink path={`/people/${first.person.slug}`}>{first.person.name}</PathLink>,
        sentence: `${toCount(first.total, 'pull request')}, ${first.period.label}.`,
      };

type RowsQuery = ReturnType<typeof useRowsQuery>;

type Refused = Answer['ignored'];

const toRefused = (oddFigure: Refused, first: Answer | undefined): Refused => [
  ...oddFigure,
  ...(first?.ignored ?? []),
];

/** A figure of the address that no page has: said, and the first one is shown. */
function useOddFigure(): Refused {
  const { figure }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  if (figure === undefined || personFigure.safeParse(figure).success) return [];
  return [
    {
      name: 'figure',
      value: typeof figure === 'string' ? figure : JSON.stringify(figure),
      reason: 'It is no figure of a person’s page.',
    },
  ];
}

/** What the address asks for. */
function useRowsQuery() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const { value, period } = search;
  return {
    figure: personFigure.catch('shipped').parse(search['figure']),
    ...(typeof value === 'string' ? { value } : {}),
    ...(typeof period === 'string' ? { period } : {}),
  };
}

/** Exactly these rows as a file. */
const Files = ({ slug, query }: { readonly slug: string; readonly query: RowsQuery }) => (
  <div className={styles['files']}>
    <Link href={toAddress(exportPersonRowsCsv, { params: { slug }, query })} download>
      .csv
    </Link>
    <Link href={toAddress(exportPersonRowsJson, { params: { slug }, query })} download>
      .json
    </Link>
  </div>
);

function usePersonRows(slug: string, query: RowsQuery) {
  const call = useCall();
  return useInfiniteQuery({
    queryKey: [listPersonRows.id, 'paged', slug, query],
    initialPageParam: undefined as string | undefined, // as: the first page has no cursor, the others a text
    queryFn: ({ pageParam, signal }) =>
      call(listPersonRows, { params: { slug }, query: { ...query, after: pageParam }, signal }),
    getNextPageParam: (page: Answer) => page.next,
    select: ({ pages }) => pages,
  });
}
