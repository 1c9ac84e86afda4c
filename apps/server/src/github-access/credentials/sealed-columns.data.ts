import type { SealedColumn } from '../../platform/secrets/index.ts';

const ofOwnAccount = { tableSql: 'own_github_account', rowSql: 'own_account_id::text' } as const;
const ofRegistration = { tableSql: 'app_registration', rowSql: 'registration_id::text' } as const;

/** What this slice keeps sealed. */
export const githubAccessSealedColumns: readonly SealedColumn[] = [
  { tableSql: 'credential', columnSql: 'secret_sealed', rowSql: 'credential_id::text' },
  { ...ofRegistration, columnSql: 'client_secret_sealed' },
  { ...ofRegistration, columnSql: 'private_key_sealed' },
  { ...ofRegistration, columnSql: 'webhook_secret_sealed' },
  { ...ofOwnAccount, columnSql: 'token_sealed' },
  { ...ofOwnAccount, columnSql: 'refresh_sealed' },
];
