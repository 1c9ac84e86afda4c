import { clip, measure } from './fit-text.ts';

export interface TextColumn<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string;
  /** Numbers stand right. */
  readonly isNumber?: boolean;
  /** May be cut when the lines are too long; the widest first. */
  readonly isElastic?: boolean;
  /** Left out when cutting is not enough; the last first. */
  readonly isSpare?: boolean;
}

interface Sized<Row> {
  readonly column: TextColumn<Row>;
  readonly cells: readonly string[];
  readonly width: number;
}

const gap = 2;
/** An elastic column is never narrower; below this, words say nothing. */
const leastWidth = 8;

/** Rows as lines, heads first, no line wider than `width`. Cells hold plain text. */
export function toTable<Row>(
  rows: readonly Row[],
  columns: readonly TextColumn<Row>[],
  width: number | undefined,
): readonly string[] {
  const sized = fit(
    columns.map((column) => size(column, rows)),
    width,
  );
  const heads = toLine(sized.map(({ column, width: own }) => align(column.head, own, column.isNumber)));
  const lines = rows.map((_, index) =>
    toLine(sized.map(({ column, cells, width: own }) => align(cells[index] ?? '', own, column.isNumber))),
  );
  return [heads, ...lines].map((line) => (width === undefined ? line : clip(line, width)));
}

function size<Row>(column: TextColumn<Row>, rows: readonly Row[]): Sized<Row> {
  const cells = rows.map(column.cell);
  const widest = cells.reduce((most, cell) => Math.max(most, measure(cell)), measure(column.head));
  return { column, cells, width: widest };
}

const toTotal = (sized: readonly { readonly width: number }[]): number =>
  sized.reduce((sum, { width }) => sum + width + gap, -gap);

function fit<Row>(sized: readonly Sized<Row>[], width: number | undefined): readonly Sized<Row>[] {
  if (width === undefined) return sized;
  const tooMuch = toTotal(sized) - width;
  if (tooMuch <= 0) return sized;
  const widest = findWidestElastic(sized);
  if (widest !== undefined) {
    const others = sized.filter((each) => each !== widest && each.column.isElastic === true);
    const next = others.reduce((most, each) => Math.max(most, each.width), leastWidth);
    const narrower = Math.max(widest.width - tooMuch, Math.min(next, widest.width - 1), leastWidth);
    return fit(
      sized.map((each) => (each === widest ? { ...each, width: narrower } : each)),
      width,
    );
  }
  const spare = sized.findLast(({ column }) => column.isSpare === true);
  return spare === undefined
    ? sized
    : fit(
        sized.filter((each) => each !== spare),
        width,
      );
}

function findWidestElastic<Row>(sized: readonly Sized<Row>[]): Sized<Row> | undefined {
  const elastic = sized.filter(({ column, width }) => column.isElastic === true && width > leastWidth);
  return elastic.toSorted((one, other) => other.width - one.width)[0];
}

function align(text: string, width: number, isNumber = false): string {
  const fitting = clip(text, width);
  const space = ' '.repeat(Math.max(0, width - measure(fitting)));
  return isNumber ? space + fitting : fitting + space;
}

const toLine = (cells: readonly string[]): string => cells.join(' '.repeat(gap)).trimEnd();
