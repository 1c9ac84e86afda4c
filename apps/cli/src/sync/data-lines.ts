import { type DataHeld, dataNames } from '@throughline/contract';
import { toNumber } from '../text/number-words.ts';
import { toTable } from '../text/table.ts';
import { toWhole } from './data-words.ts';

/** How much of each kind of data is here; a line a kind. */
export const toDataLines = (data: readonly DataHeld[], width: number | undefined): readonly string[] =>
  data.length === 0
    ? []
    : toTable(
        data,
        [
          { head: 'Data', isElastic: true, cell: ({ kind }) => dataNames[kind] },
          { head: 'Here', isNumber: true, isSpare: true, cell: ({ held }) => toNumber(held) },
          { head: 'Complete', cell: ({ percent }) => toWhole(percent) },
        ],
        width,
      );
