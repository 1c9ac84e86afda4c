import type { SealedColumn } from '../platform/secrets/index.ts';

/** What this slice keeps sealed. */
export const ingestionSealedColumns: readonly SealedColumn[] = [
  {
    tableSql: 'quarantined_record',
    columnSql: 'sample_sealed',
    rowSql: `repository_id || '/' || data || '/' || key`,
  },
];
