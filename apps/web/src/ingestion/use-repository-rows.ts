import { useQueries } from '@tanstack/react-query';
import {
  listRepositorySyncRows,
  type RepositorySync,
  type RouteAnswer,
  repositoryRowsAtMost,
} from '@throughline/contract';
import { useMemo, useState } from 'react';
import { useCall } from '../api/api-context.ts';
import { answerOptions } from '../api/use-answer.ts';
import { useReaderSetting } from '../ui/reader-setting.ts';

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
  readonly shown: Places;
  /** Rows that came with the list. */
  readonly first: readonly RepositorySync[];
  readonly refetchInterval: number;
}

/** The rows of a long list: those near the screen are asked for by the hundred, and again while they are looked at. */
export const useRepositoryRows = (wanted: RowsAsked): readonly ListedRepository[] => {
  const { connectionId, ids, shown, first, refetchInterval } = wanted;
  const call = useCall();
  const [live] = useReaderSetting('live');
  const asked = useQueries({
    queries: toChunks(ids, shown).map((chunk) => ({
      ...answerOptions(call, listRepositorySyncRows, {
        params: { connectionId },
        query: { ids: chunk.join(',') },
      }),
      refetchInterval: live === 'on' && refetchInterval,
    })),
    combine: joinAnswers,
  });
  const [toListed] = useState(createListing);
  const places = useMemo(() => ids.map((repositoryId) => ({ repositoryId, sync: undefined })), [ids]);
  return useMemo(() => {
    const known = new Map([...first, ...asked].map((sync) => [sync.repositoryId, sync]));
    return places.map((place) => {
      const sync = known.get(place.repositoryId);
      return sync === undefined ? place : toListed(sync);
    });
  }, [places, first, asked, toListed]);
};

/** Makes the same row of the same repository, so that rows that have not changed are not rendered again. */
const createListing = (): ((sync: RepositorySync) => ListedRepository) => {
  const listed = new WeakMap<RepositorySync, ListedRepository>();
  return (sync) => {
    const before = listed.get(sync);
    if (before !== undefined) return before;
    const row = { repositoryId: sync.repositoryId, sync };
    listed.set(sync, row);
    return row;
  };
};

const joinAnswers = (
  answers: readonly { readonly data: RouteAnswer<typeof listRepositorySyncRows> | undefined }[],
): readonly RepositorySync[] => answers.flatMap(({ data }) => data?.repositories ?? []);

type Places = readonly [first: number, last: number];

/** The places shown before, while those shown now lie in the same hundreds: nothing else is to be asked for. */
export const keepHundreds = (before: Places, now: Places): Places => {
  const isSame = before.every((place, at) => toHundred(place) === toHundred(now[at] ?? 0));
  return isSame ? before : now;
};

const toHundred = (place: number): number => Math.floor(place / repositoryRowsAtMost);

/** The hundreds of ids that the places near the screen lie in. */
export const toChunks = (
  ids: readonly number[],
  [first, last]: readonly [number, number],
): readonly (readonly number[])[] => {
  const from = toHundred(first);
  const until = toHundred(last);
  return Array.from({ length: until - from + 1 }, (_, at) =>
    ids.slice((from + at) * repositoryRowsAtMost, (from + at + 1) * repositoryRowsAtMost),
  ).filter((chunk) => chunk.length > 0);
};
