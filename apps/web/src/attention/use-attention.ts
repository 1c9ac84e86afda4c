import { useInfiniteQuery } from '@tanstack/react-query';
import { type AttentionList, listAttention } from '@throughline/contract';
import { useCall } from '../api/api-context.ts';
import { useReaderSetting } from '../ui/reader-setting.ts';

type Query = Readonly<Partial<Record<'team' | 'repo' | 'kind' | 'show' | 'limits', string>>>;

/** How often what waits is asked for again, in milliseconds. */
export const attentionIntervalMs = 15_000;

/** What waits, page after page. The first page is kept up to date; deep in the list nothing is asked for by itself. */
export const useAttention = (query: Query) => {
  const call = useCall();
  const [live] = useReaderSetting('live');
  return useInfiniteQuery({
    queryKey: [listAttention.id, 'paged', query],
    initialPageParam: undefined as string | undefined, // as: the first page has no cursor, the others a text
    queryFn: ({ pageParam, signal }) =>
      call(listAttention, {
        query: { ...query, ...(pageParam === undefined ? {} : { after: pageParam }) },
        signal,
      }),
    getNextPageParam: (page: AttentionList) => page.next,
    refetchInterval: ({ state: { data } }) =>
      live === 'on' && data?.pages.length === 1 ? attentionIntervalMs : false,
  });
};
