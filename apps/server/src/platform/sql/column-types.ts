import pg from 'pg';

/** Object ids of PostgreSQL's built-in types, fixed for all versions. */
const typeId = { int8: 20, date: 1082, int8Array: 1016, dateArray: 1182 } as const;

const asText = (text: string): string => text;

/** A bigint as a number; ids and counts stay far below 2^53, and what does not is refused rather than rounded. */
const parseBigint = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(
      `The database returned ${text}, which a number cannot hold exactly. Cast it to text in the query.`,
    );
  }
  return value;
};

/** The type declarations of pg leave out the ids of arrays. */
// as: PostgreSQL's ids of types are numbers, and a parser of text gives anything.
const findParser = pg.types.getTypeParser as (
  id: number,
  format: 'text' | 'binary',
) => (text: string) => unknown;

// as: 1009 is text[].
const parseTextArray = findParser(1009, 'text') as (text: string) => (string | null)[];

const parseBigintArray = (text: string): (number | null)[] =>
  parseTextArray(text).map((item) => (item === null ? null : parseBigint(item)));

const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [typeId.int8, parseBigint],
  [typeId.int8Array, parseBigintArray],
  [typeId.date, asText],
  [typeId.dateArray, parseTextArray],
]);

const findColumnParser = (id: number, format?: 'text' | 'binary') =>
  parsers.get(id) ?? findParser(id, format ?? 'text');

/**
 * How columns become values: `bigint` a number, `timestamptz` a Date, `date` its text (`2026-11-21`, because a day has
 * no time zone), `jsonb` parsed, arrays as arrays; `numeric` stays text, so cast sums and averages.
 */
export const columnTypes: pg.CustomTypesConfig = {
  // as: the declared result depends on the id, ours on the same id.
  getTypeParser: findColumnParser as pg.CustomTypesConfig['getTypeParser'],
};
