import { type ImportColumn, importColumns } from './import-columns.data.ts';

/** Where each known column of a file stands, and the columns that nobody knows. */
export interface ImportHead {
  readonly places: ReadonlyMap<ImportColumn, number>;
  readonly unknown: readonly string[];
}

const toWord = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Reads the first row of a file; undefined where it names neither people nor their addresses nor accounts. */
export function parseHead(cells: readonly string[]): ImportHead | undefined {
  const places = new Map<ImportColumn, number>();
  const unknown: string[] = [];
  for (const [place, cell] of cells.entries()) {
    const column = findColumn(toWord(cell));
    if (column !== undefined && !places.has(column)) places.set(column, place);
    else if (cell.trim() !== '') unknown.push(cell.trim().slice(0, 100));
  }
  const hasKey = places.has('name') || places.has('emails') || places.has('logins');
  return hasKey ? { places, unknown } : undefined;
}

function findColumn(word: string): ImportColumn | undefined {
  const found = Object.entries(importColumns).find(([, names]) => names.some((name) => name === word));
  // as: the keys of that very table
  return found?.[0] as ImportColumn | undefined;
}

/** Which of comma, semicolon and tab divides a file: the one that stands most often in its first line, outside of quotes. */
export function findDelimiter(text: string): ',' | ';' | '\t' {
  const bare = text.replaceAll(/"[^"]*"/g, '');
  const line = /^[^\r\n]*/.exec(bare.replace(/^\uFEFF/, ''))?.[0] ?? '';
  const count = (mark: string): number => line.split(mark).length - 1;
  if (count(';') > count(',') && count(';') >= count('\t')) return ';';
  return count('\t') > count(',') ? '\t' : ',';
}
