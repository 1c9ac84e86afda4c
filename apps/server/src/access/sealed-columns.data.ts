import type { SealedColumn } from '../platform/secrets/index.ts';

/** What this slice keeps sealed. */
export const accessSealedColumns: readonly SealedColumn[] = [
  { tableSql: 'sign_on_provider', columnSql: 'client_secret_sealed', rowSql: 'provider_id::text' },
];
