import { type CsvValue, toCsvLine } from './csv-line.ts';

/** A column of a file: its name in the first line, and its cell of a row. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly cell: (row: Row) => CsvValue;
}

/** Rows as CSV, a text for each batch of them: no more than one batch is ever held. */
export async function* writeCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, void, undefined> {
  yield toCsvLine(columns.map(({ name }) => name));
  for await (const rows of batches) {
    yield rows.map((row) => toCsvLine(columns.map(({ cell }) => cell(row)))).join('');
  }
}
