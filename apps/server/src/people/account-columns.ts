import type { Account } from '@throughline/contract';

/** An account with its host, as searches and links select it. */
export interface AccountColumns {
  readonly account_id: number;
  readonly host_id: number;
  readonly host_name: string;
  readonly host_kind: string;
  readonly base_url: string;
  readonly github_id: number;
  readonly login: string;
  readonly account_name: string | null;
  readonly kind: Account['kind'];
}

/** An account as pages show it. The demo's accounts have no page at GitHub. */
export const toAccount = (row: AccountColumns): Account => ({
  accountId: row.account_id,
  hostId: row.host_id,
  hostName: row.host_name,
  githubId: row.github_id,
  login: row.login,
  kind: row.kind,
  ...(row.account_name === null ? {} : { name: row.account_name }),
  ...(row.host_kind === 'demo' ? {} : { url: `${row.base_url}/${row.login}` }),
});
