import { useQueries } from '@tanstack/react-query';
import { listRepositorySyncRows, type RepositorySync, repositoryRowsAtMost } from '@throughline/contract';
import { useCall } from '../api/api-context.ts';
import { answerOptions } from '../api/use-answer.ts';

/** A place in the list, and the repository that stands there once it has been asked for. */
export interface ListedRepository {
  readonly repositoryId: number;
  readonly sync: RepositorySync | undefined;
}

export interface RowsAsked {
  readonly connectionId: number;
  /** All that are listed, in order. */
  readonly ids: readonly number[];
  /** Places near the screen. */
  readonly shown: readonly [first: number, last: number];
  /** Rows that came with the list. */
  readonly first: readonly RepositorySync[];
  readonly refetchInterval: number;
}

/** The rows of a long list: those near the screen are asked for by the hundred, and again while they are looked at. */
export const useRepositoryRows = (asked: RowsAsked): readonly ListedRepository[] => {
  const { connectionId, ids, shown, first, refetchInterval } = asked;
  const call = useCall();
  const answers = useQueries({
    queries: toChunks(ids, shown).map((chunk) => ({
      ...answerOptions(call, listRepositorySyncRows, {
        params: { connectionId },
        query: { ids: chunk.join(',') },
      }),
      refetchInterval,
    })),
  });
  const known = new Map(first.map((row) => [row.repositoryId, row]));
  for (const { data } of answers) {
    for (const row of data?.repositories ?? []) known.set(row.repositoryId, row);
  }
  return ids.map((repositoryId) => ({ repositoryId, sync: known.get(repositoryId) }));
};

/** The hundreds of ids that the places near the screen lie in. */
export const toChunks = (
  ids: readonly number[],
  [first, last]: readonly [number, number],
): readonly (readonly number[])[] => {
  const from = Math.floor(first / repositoryRowsAtMost);
  const until = Math.floor(last / repositoryRowsAtMost);
  return Array.from({ length: until - from + 1 }, (_, at) =>
    ids.slice((from + at) * repositoryRowsAtMost, (from + at + 1) * repositoryRowsAtMost),
  ).filter((chunk) => chunk.length > 0);
};
