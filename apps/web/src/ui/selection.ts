import { useState } from 'react';
import type { RowKey } from './column.ts';

/** Which rows of a list are selected. */
export interface Selection {
  readonly keys: ReadonlySet<RowKey>;
  /** True where all that match are meant, also those that are not in the page: `keys` is empty then. */
  readonly isAll: boolean;
  readonly choose: (keys: readonly RowKey[]) => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
}

interface Chosen {
  readonly question: string;
  readonly keys: ReadonlySet<RowKey>;
  readonly isAll: boolean;
}

/**
 * A selection that lasts while the reader scrolls and rows come and change, and ends with the question: another filter is
 * another `question`. Give it to a `RowList` as `selecting`.
 */
export const useSelection = (question: string): Selection => {
  const [chosen, setChosen] = useState<Chosen>(() => toNone(question));
  if (chosen.question !== question) setChosen(toNone(question));
  const { keys, isAll } = chosen.question === question ? chosen : toNone(question);
  return {
    keys,
    isAll,
    choose: (next) => setChosen({ question, keys: new Set(next), isAll: false }),
    chooseAll: () => setChosen({ question, keys: new Set(), isAll: true }),
    clear: () => setChosen(toNone(question)),
  };
};

const toNone = (question: string): Chosen => ({ question, keys: new Set(), isAll: false });
