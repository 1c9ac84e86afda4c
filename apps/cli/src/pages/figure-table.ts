import type { Figure } from '@throughline/contract';
import { toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { toTable } from '../text/table.ts';
import type { Telling } from './telling.ts';

export interface NamedFigure {
  readonly name: string;
  readonly figure: Figure;
}

/** A number as it may be said: "at least 1,204" while something is missing. */
export const toFigureText = ({ value, isAtLeast }: Figure): string =>
  `${isAtLeast ? 'at least ' : ''}${toNumber(value)}`;

/** A line for each figure, with the address of exactly its rows. */
export const toFigureLines = (
  head: string,
  figures: readonly NamedFigure[],
  { origin, width }: Telling,
): readonly string[] =>
  toTable(
    figures,
    [
      { head, isElastic: true, cell: ({ name }) => toPlain(name) },
      { head: 'Count', isNumber: true, cell: ({ figure }) => toFigureText(figure) },
      { head: 'Rows', isSpare: true, cell: ({ figure }) => `${origin}${toPlain(figure.rows)}` },
    ],
    width,
  );
