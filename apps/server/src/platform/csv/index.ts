export { type CsvColumn, writeCsv } from './write-csv.ts';
