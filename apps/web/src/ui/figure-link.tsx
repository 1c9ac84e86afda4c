import type { Figure } from '@throughline/contract';
import { toNumber } from './number-words.ts';
import { PathLink } from './path-link.tsx';

/** A number in a table that opens exactly its rows. None is a word, not a link to an empty list. */
export const FigureLink = ({ figure: { value, rows } }: { readonly figure: Figure }) =>
  value === 0 ? 'none' : <PathLink path={rows}>{toNumber(value)}</PathLink>;
