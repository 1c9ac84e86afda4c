import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { listPullRequestRows, type PullRequestRow, type RouteAnswer } from '@throughline/contract';
import { useCall } from '../api/api-context.ts';
import { answerOptions, useAnswer } from '../api/use-answer.ts';
import { toIncoming } from './to-incoming.ts';

type Query = Readonly<Record<string, string | string[]>>;
type Answer = RouteAnswer<typeof listPullRequestRows>;

/** Few at first, so that they are here at once; more when the reader scrolls on. */
const firstRows = 50;
const furtherRows = 300;
/** The page is told sooner of what is new; this is for when it is not. */
const newsMs = 15_000;

/** The list as far as it is here. */
export interface PullRows {
  readonly rows: readonly PullRequestRow[];
  readonly first: Answer | undefined;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly isFetchingMore: boolean;
  readonly fetchMore: () => void;
  readonly retry: () => void;
}

/**
 * The rows of the list, page after page. Its first page is asked again every few seconds while the list is looked at; what
 * it brings stands before the rest, as the list is now: `useStandingRows` keeps it from moving under the reader.
 */
export const usePullRows = (query: Query): PullRows => {
  const call = useCall();
  const queries = useQueryClient();
  const asked = { query: { ...query, limit: firstRows } };
  const list = useInfiniteQuery({
    queryKey: [listPullRequestRows.id, 'scrolled', query],
    initialPageParam: undefined as string | undefined, // as: the first page has no cursor, the others a text
    queryFn: async ({ pageParam: after, signal }) => {
      if (after !== undefined) {
        return call(listPullRequestRows, { query: { ...query, limit: furtherRows, after }, signal });
      }
      const page = await call(listPullRequestRows, { ...asked, signal });
      // It is the first of what is asked again from now on, so that this need not be asked at once.
      queries.setQueryData(answerOptions(call, listPullRequestRows, asked).queryKey, page);
      return page;
    },
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
  });
  const [first] = list.data?.pages ?? [];
  const news = useAnswer(listPullRequestRows, asked, {
    enabled: first !== undefined,
    refetchInterval: newsMs,
  });
  const loaded = list.data?.pages.flatMap(({ pullRequests }) => pullRequests) ?? [];
  return {
    rows: news.data === undefined ? loaded : toIncoming(loaded, news.data),
    first: news.data ?? first,
    error: list.error,
    hasMore: list.hasNextPage,
    isFetchingMore: list.isFetchingNextPage,
    fetchMore: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
  };
};
