import { type AttentionRow, endSnooze, getHome, listAttention, setSnooze } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { useTell } from '../ui/tell-context.ts';
import { toShortName } from './row-identity.ts';
import { toTimeWords } from './snooze-times.ts';

const refreshes = [listAttention, getHome];

export interface Snoozing {
  readonly snooze: (row: AttentionRow, untilAt: Date) => void;
  readonly bringBack: (row: AttentionRow) => void;
  /** How often it was done here: each time the lists are to stand anew. */
  readonly acts: number;
  readonly error: Error | null;
}

/**
 * Puts rows off and brings them back, each with its undo. For the page and not for a list in it: a list goes with its last
 * row, and what was done is still to be told then.
 */
export const useSnooze = (): Snoozing => {
  const tell = useTell();
  const [acts, setActs] = useState(0);
  const onDone = () => setActs((before) => before + 1);
  const set = useChange(setSnooze, { refreshes, onDone });
  const end = useChange(endSnooze, { refreshes, onDone });

  const put = (row: AttentionRow, untilAt: string, then?: () => void) =>
    set.mutate({ body: { ...toKey(row), untilAt } }, then && { onSuccess: then });
  const take = (row: AttentionRow, then?: () => void) =>
    end.mutate({ params: toKey(row) }, then && { onSuccess: then });

  const snooze = (row: AttentionRow, untilAt: Date) =>
    put(row, untilAt.toISOString(), () =>
      tell({
        text: `${toShortName(row)} is snoozed until ${toTimeWords(untilAt)}.`,
        undo: () => take(row),
      }),
    );
  const bringBack = (row: AttentionRow) => {
    const { snoozedUntilAt } = row;
    take(row, () =>
      tell({
        text: `${toShortName(row)} is back.`,
        ...(snoozedUntilAt === undefined ? {} : { undo: () => put(row, snoozedUntilAt) }),
      }),
    );
  };

  return { snooze, bringBack, acts, error: set.error ?? end.error };
};

const toKey = ({ repository, number, agreement }: AttentionRow) => ({
  repositoryId: repository.repositoryId,
  number,
  agreement,
});
