import { useInfiniteQuery } from '@tanstack/react-query';
import type { PersonPage, Route, RouteAnswer } from '@throughline/contract';
import { useCall } from '../api/api-context.ts';
import { useReaderSetting } from '../ui/reader-setting.ts';
import { toScopeInterval } from './scope-interval.ts';

type Query = Readonly<Record<string, string | undefined>>;

interface PageFacts {
  readonly next?: string | undefined;
  readonly scope: PersonPage['scope'];
}

/**
 * A list of the API page after page. The first page's total and notes hold for the whole; known pages stay while they are
 * refreshed. What is not whole is asked again by itself, until the reader asks for more of it: no row is to move away
 * from under somebody deep in the list.
 */
export const usePaged = <R extends Route>(
  route: R,
  query: Query,
  toFacts: (page: RouteAnswer<R>) => PageFacts,
) => {
  const call = useCall();
  const [live] = useReaderSetting('live');
  return useInfiniteQuery({
    queryKey: [route.id, 'paged', query],
    initialPageParam: undefined as string | undefined, // as: the first page has no cursor, the others a text
    queryFn: ({ pageParam, signal }) => call<Route>(route, { query: { ...query, after: pageParam }, signal }),
    getNextPageParam: (page) => toFacts(page as RouteAnswer<R>).next, // as: `call` parsed it by this route's schema
    refetchInterval: ({ state: { data } }) => {
      const [first, second] = data?.pages ?? [];
      if (live === 'paused' || first === undefined || second !== undefined) return false;
      return toScopeInterval(toFacts(first as RouteAnswer<R>).scope); // as: see above
    },
    select: ({ pages }) => pages as RouteAnswer<R>[], // as: see above
  });
};
