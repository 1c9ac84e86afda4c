import { accessSealedColumns } from './access/index.ts';
import { githubAccessSealedColumns } from './github-access/index.ts';
import { ingestionSealedColumns } from './ingestion/index.ts';
import type { SealedColumn } from './platform/secrets/index.ts';

/** Every column of sealed texts of all slices; a test holds it to the database's catalogue. */
export const listSealedColumns = (): readonly SealedColumn[] => [
  ...accessSealedColumns,
  ...githubAccessSealedColumns,
  ...ingestionSealedColumns,
];
