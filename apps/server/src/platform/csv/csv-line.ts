/** What a cell may hold; undefined is an empty cell, which is not 0 and not a text. */
export type CsvValue = string | number | boolean | undefined;

/** A line of CSV by RFC 4180, with its line break. A text that a spreadsheet would take for a formula begins with `'`. */
export const toCsvLine = (values: readonly CsvValue[]): string => `${values.map(toCell).join(',')}\r\n`;

function toCell(value: CsvValue): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
