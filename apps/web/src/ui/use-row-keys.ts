import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { RowKey } from './column.ts';
import { findEntry, findNext, findOpener, toPlace } from './row-lines.ts';
import { type Selecting, toToggled } from './select-column.tsx';
import { hasSingleKeys } from './single-keys.ts';
import { useCopyLink } from './use-copy-link.ts';
import { isWriting, useFreeKey } from './use-free-key.ts';

interface RowKeys<Row> {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly rows: readonly Row[];
  readonly toKey: (row: Row) => RowKey;
  readonly onPeek?: ((row: Row) => void) | undefined;
  /** True while a panel beside the list shows a row: it follows the focus then. */
  readonly isPeeking: boolean;
  readonly selecting?: Selecting<Row> | undefined;
}

const steps: Readonly<Record<string, number>> = { j: 1, J: 1, ArrowDown: 1, k: -1, K: -1, ArrowUp: -1 };

/**
 * J and K or the arrows lead from row to row, O opens, Space looks into it, X selects, Shift extends, Y copies the link.
 * The focus goes to what opens a row. J and K also enter the first list of the page from anywhere outside of it. Answers
 * what the table does with keys pressed in it.
 */
export const useRowKeys = <Row>(given: RowKeys<Row>): ((event: KeyboardEvent<HTMLElement>) => void) => {
  const { table, rows, onPeek, isPeeking } = given;
  const copyLink = useCopyLink();
  const lastPlace = useRef(-1);

  const focus = (line: HTMLElement) => {
    lastPlace.current = toPlace(line);
    findOpener(line)?.focus();
  };

  const move = (from: HTMLElement, step: number, isExtending: boolean) => {
    const to = findNext(from, step);
    if (to === undefined) return;
    if (isExtending) extend(given, [rows[toPlace(from)], rows[toPlace(to)]]);
    focus(to);
    const row = rows[toPlace(to)];
    if (isPeeking && row !== undefined) onPeek?.(row);
  };

  const act = (line: HTMLElement, key: string): boolean => {
    const row = rows[toPlace(line)];
    const opener = findOpener(line);
    if (row === undefined) return false;
    if (key === 'x') return toggle(given, row);
    if (key === 'y') return copyLink(opener);
    if (key === 'o') opener?.click();
    if (key === ' ') onPeek?.(row);
    return key === 'o' || (key === ' ' && onPeek !== undefined);
  };

  useFreeKey((key) => {
    if ((key !== 'j' && key !== 'k') || table.current === null) return false;
    if (document.querySelector('table[data-walked]') !== table.current) return false;
    const line = findEntry(table.current, lastPlace.current);
    if (line !== undefined) focus(line);
    return line !== undefined;
  });

  return (event) => {
    const line = findLine(event);
    if (line === undefined) return;
    const step = steps[event.key];
    if (step !== undefined) move(line, step, event.shiftKey);
    else if (isOwnKey(event) || !act(line, event.key)) return;
    event.preventDefault();
  };
};

/** The row a key acts on; none while one writes, with keys that are the browser's, or where single keys are off. */
const findLine = (event: KeyboardEvent<HTMLElement>): HTMLElement | undefined => {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || event.defaultPrevented) return undefined;
  if (!(target instanceof HTMLElement) || isWriting(target)) return undefined;
  if (!key.startsWith('Arrow') && !hasSingleKeys()) return undefined;
  return target.closest<HTMLElement>('tr[data-place]') ?? undefined;
};

/** Space presses a button and ticks a box by itself. */
const isOwnKey = ({ target, key }: KeyboardEvent<HTMLElement>): boolean =>
  key === ' ' && target instanceof Element && target.closest('button, input') !== null;

const toggle = <Row>({ selecting, rows, toKey }: RowKeys<Row>, row: Row): boolean => {
  if (selecting === undefined) return false;
  const { selection } = selecting;
  selection.choose(toToggled(selection, toKey(row), rows.map(toKey)));
  return true;
};

const extend = <Row>({ selecting, toKey }: RowKeys<Row>, over: readonly (Row | undefined)[]): void => {
  if (selecting === undefined || selecting.selection.isAll) return;
  const { selection } = selecting;
  const added = over.filter((row) => row !== undefined).map(toKey);
  selection.choose([...new Set([...selection.keys, ...added])]);
};
