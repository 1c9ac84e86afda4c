import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Route, RouteAnswer, RouteCall } from '@throughline/contract';
import { useCall } from './api-context.ts';

interface Changing<R extends Route> {
  /** Answers that are no longer true afterwards. */
  readonly refreshes?: readonly Route[];
  /** Takes into the cache what the answer itself tells, before anything is fetched again. */
  readonly onAnswer?: (answer: RouteAnswer<R>, given: RouteCall<R>) => void;
  readonly onDone?: (answer: RouteAnswer<R>, given: RouteCall<R>) => void | Promise<void>;
}

/** A call that changes something. What it makes untrue is fetched again before it counts as done. */
export const useChange = <R extends Route>(
  route: R,
  { refreshes = [], onAnswer, onDone }: Changing<R> = {},
): UseMutationResult<RouteAnswer<R>, Error, RouteCall<R>> => {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: RouteCall<R>) => call(route, given),
    onSuccess: async (answer, given) => {
      onAnswer?.(answer, given);
      await Promise.all(refreshes.map(({ id }) => queries.invalidateQueries({ queryKey: [id] })));
      await onDone?.(answer, given);
    },
  });
};
