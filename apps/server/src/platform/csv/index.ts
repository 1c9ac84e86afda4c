export { type CsvValue, toCsvLine } from './csv-line.ts';
export { type CsvColumn, writeCsv } from './write-csv.ts';
