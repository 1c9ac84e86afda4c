import type { SignOnSettings } from '@throughline/contract';
import type { SealedPlace, SecretBox } from '../../platform/secrets/index.ts';
import type { Sql } from '../../platform/sql/index.ts';

/** The workspace's single sign-on, without its secret. */
export interface SignOnProvider {
  readonly settings: SignOnSettings;
  readonly endSessionUrl: string | undefined;
  readonly changedAt: Date;
}

interface ProviderRow {
  readonly name: string;
  readonly issuer: string;
  readonly client_id: string;
  readonly scopes: string[];
  readonly groups_claim: string | null;
  readonly administrator_groups: string[];
  readonly manager_groups: string[];
  readonly member_groups: string[];
  readonly ungrouped: SignOnSettings['ungrouped'];
  readonly open_domains: string[];
  readonly is_private_allowed: boolean;
  readonly end_session_url: string | null;
  readonly changed_at: Date;
}

const secretPlace: SealedPlace = { table: 'sign_on_provider', column: 'client_secret_sealed', row: '1' };

export async function findSignOnProvider(sql: Sql): Promise<SignOnProvider | undefined> {
  const rows = await sql.query<ProviderRow>(
    `select name, issuer, client_id, scopes, groups_claim, administrator_groups, manager_groups, member_groups,
       ungrouped, open_domains, is_private_allowed, end_session_url, changed_at
     from sign_on_provider`,
  );
  return rows.map(toProvider)[0];
}

const toProvider = (row: ProviderRow): SignOnProvider => ({
  settings: {
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    scopes: row.scopes,
    ...(row.groups_claim === null ? {} : { groupsClaim: row.groups_claim }),
    administratorGroups: row.administrator_groups,
    managerGroups: row.manager_groups,
    memberGroups: row.member_groups,
    ungrouped: row.ungrouped,
    openDomains: row.open_domains,
    isPrivateAllowed: row.is_private_allowed,
  },
  endSessionUrl: row.end_session_url ?? undefined,
  changedAt: row.changed_at,
});

/** Opens the provider's secret, for the one call that needs it. */
export async function loadSignOnSecret(sql: Sql, box: SecretBox): Promise<string | undefined> {
  const [row] = await sql.query<{ client_secret_sealed: string }>(
    'select client_secret_sealed from sign_on_provider',
  );
  return row === undefined ? undefined : box.open(row.client_secret_sealed, secretPlace);
}

/** Stores single sign-on; without a secret the one that is there stays. */
export async function storeSignOnProvider(
  tx: Sql,
  box: SecretBox,
  settings: SignOnSettings,
  clientSecret: string,
): Promise<void> {
  await tx.query(
    `insert into sign_on_provider (
       name, issuer, client_id, client_secret_sealed, scopes, groups_claim, administrator_groups, manager_groups,
       member_groups, ungrouped, open_domains, is_private_allowed, changed_at)
     values (
       $1::text, $2::text, $3::text, $4::text, $5::text[], $6::text, $7::text[], $8::text[],
       $9::text[], $10::text, $11::text[], $12::boolean, app_now())
     on conflict (provider_id) do update
     set name = excluded.name,
         issuer = excluded.issuer,
         client_id = excluded.client_id,
         client_secret_sealed = excluded.client_secret_sealed,
         scopes = excluded.scopes,
         groups_claim = excluded.groups_claim,
         administrator_groups = excluded.administrator_groups,
         manager_groups = excluded.manager_groups,
         member_groups = excluded.member_groups,
         ungrouped = excluded.ungrouped,
         open_domains = excluded.open_domains,
         is_private_allowed = excluded.is_private_allowed,
         end_session_url = null,
         changed_at = excluded.changed_at`,
    [
      settings.name,
      settings.issuer,
      settings.clientId,
      box.seal(clientSecret, secretPlace),
      settings.scopes,
      settings.groupsClaim,
      settings.administratorGroups,
      settings.managerGroups,
      settings.memberGroups,
      settings.ungrouped,
      settings.openDomains,
      settings.isPrivateAllowed,
    ],
  );
}

/** Keeps where the provider ends sessions, as it said last. */
export async function noteEndSessionUrl(sql: Sql, url: string | undefined): Promise<void> {
  await sql.query(
    `update sign_on_provider
     set end_session_url = $1::text
     where end_session_url is distinct from $1::text`,
    [url],
  );
}

/** False when there was none. */
export async function deleteSignOnProvider(tx: Sql): Promise<boolean> {
  const rows = await tx.query('delete from sign_on_provider returning provider_id');
  return rows.length === 1;
}
