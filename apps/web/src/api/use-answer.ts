import { keepPreviousData, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Call, Route, RouteAnswer, RouteCall } from '@throughline/contract';
import { useReaderSetting } from '../ui/reader-setting.ts';
import { useCall } from './api-context.ts';

/** How an answer of the API is fetched and where it lies in the query cache: under the route's id, then what was asked. */
export const answerOptions = <R extends Route>(call: Call, route: R, given?: RouteCall<R>) =>
  queryOptions<RouteAnswer<R>>({
    queryKey: [route.id, given ?? {}],
    queryFn: ({ signal }) => call(route, { ...given, signal }),
  });

interface Query<Answer> {
  readonly state: { readonly data: Answer | undefined };
}

interface Asking<R extends Route> {
  /** False while what to ask is not known yet. */
  readonly enabled?: boolean;
  /** Asks again after so long, for as long as the page is looked at. */
  readonly refetchInterval?: number;
  /** Asks again so long after an answer, if at all. */
  readonly toInterval?: (answer: RouteAnswer<R>) => number | false;
  /** Keeps showing the answer to the question before until this one's is here. */
  readonly isKept?: boolean;
}

/** An answer of the API as a page shows it: known content stays while it is refreshed. */
export const useAnswer = <R extends Route>(
  route: R,
  given?: RouteCall<R>,
  asking: Asking<R> = {},
): UseQueryResult<RouteAnswer<R>> => {
  const { isKept = false, toInterval, ...options } = asking;
  const [live] = useReaderSetting('live');
  return useQuery({
    ...answerOptions(useCall(), route, given),
    ...options,
    // Who paused live updates reads on undisturbed.
    ...(live === 'paused' && { refetchInterval: false, refetchOnWindowFocus: false }),
    ...(live === 'on' &&
      toInterval && {
        refetchInterval: ({ state: { data } }: Query<RouteAnswer<R>>) =>
          data !== undefined && toInterval(data),
      }),
    ...(isKept && { placeholderData: keepPreviousData }),
  });
};
