import { useInfiniteQuery } from '@tanstack/react-query';
import { listExceptions, type TeamExceptions } from '@throughline/contract';
import { useCall } from '../api/api-context.ts';

type Query = Readonly<Partial<Record<'period' | 'kind', string>>>;

/** What went beyond a team's agreements, page after page. */
export const useExceptions = (slug: string, query: Query) => {
  const call = useCall();
  return useInfiniteQuery({
    queryKey: [listExceptions.id, slug, query],
    initialPageParam: undefined as string | undefined, // as: the first page has no cursor, the others a text
    queryFn: ({ pageParam, signal }) =>
      call(listExceptions, {
        params: { slug },
        query: { ...query, ...(pageParam === undefined ? {} : { after: pageParam }) },
        signal,
      }),
    getNextPageParam: (page: TeamExceptions) => page.next,
  });
};
