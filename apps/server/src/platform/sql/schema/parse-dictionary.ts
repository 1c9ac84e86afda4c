/** A table as `docs/data-dictionary.md` describes it. */
export interface DictionaryEntry {
  /** The slice under whose heading it stands. */
  readonly slice: string;
  readonly table: string;
  /** The columns of the primary key, in order. */
  readonly key: readonly string[];
  /** What decides which of two writes is newer; where that is a column, its name. */
  readonly version: string;
  /** Columns with personal data. */
  readonly personal: readonly string[];
  readonly kept: string;
}

const splitNames = (text: string): string[] =>
  text
    .replaceAll(/\([^)]*\)/g, '')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '—');

const parseRow = (slice: string, cells: readonly string[]): DictionaryEntry | undefined => {
  const [table, key, version, personal, kept] = cells;
  const name = /^`(\w+)`$/.exec(table ?? '')?.[1];
  if (name === undefined || key === undefined || version === undefined || personal === undefined)
    return undefined;
  return {
    slice,
    table: name,
    key: splitNames(key),
    version,
    personal: splitNames(personal),
    kept: kept ?? '',
  };
};

/** Reads the tables of the page, under the headings of their slices. */
export const parseDictionary = (text: string): DictionaryEntry[] => {
  const entries: DictionaryEntry[] = [];
  let slice = '';
  for (const line of text.split('\n')) {
    slice = /^## (\S+)/.exec(line)?.[1] ?? slice;
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const entry = parseRow(slice, cells);
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
};
