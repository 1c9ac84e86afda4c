import { useInfiniteQuery } from '@tanstack/react-query';
import type { Route, RouteAnswer } from '@throughline/contract';
import { useCall } from '../api/api-context.ts';

type Query = Readonly<Record<string, string | undefined>>;

/**
 * A list of the API page after page. The first page's total and notes hold for the whole; known pages stay while they are
 * refreshed.
 */
export const usePaged = <R extends Route>(
  route: R,
  query: Query,
  nextOf: (page: RouteAnswer<R>) => string | undefined,
) => {
  const call = useCall();
  return useInfiniteQuery({
    queryKey: [route.id, 'paged', query],
    initialPageParam: undefined as string | undefined, // as: the first page has no cursor, the others a text
    queryFn: ({ pageParam, signal }) => call<Route>(route, { query: { ...query, after: pageParam }, signal }),
    getNextPageParam: (page) => nextOf(page as RouteAnswer<R>), // as: `call` parsed it by this route's schema
    select: ({ pages }) => pages as RouteAnswer<R>[], // as: see above
  });
};
