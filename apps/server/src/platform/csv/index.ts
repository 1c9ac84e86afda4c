export { type CsvColumn, writeCsv } from './write-csv.ts';
export { writeJsonRows } from './write-json-rows.ts';
