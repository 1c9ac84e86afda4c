import type { HostKind } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';

/** A GitHub we can speak to. `baseUrl` is the origin of its web interface. */
export interface Host {
  readonly hostId: number;
  readonly kind: HostKind;
  readonly baseUrl: string;
  readonly name: string;
  readonly caCertificate: string | undefined;
  readonly isPrivateAllowed: boolean;
}

export type NewHost = Omit<Host, 'hostId'>;

export interface HostRow {
  readonly host_id: number;
  readonly kind: HostKind;
  readonly base_url: string;
  readonly name: string;
  readonly ca_certificate: string | null;
  readonly is_private_allowed: boolean;
}

export const toHost = (row: HostRow): Host => ({
  hostId: row.host_id,
  kind: row.kind,
  baseUrl: row.base_url,
  name: row.name,
  caCertificate: row.ca_certificate ?? undefined,
  isPrivateAllowed: row.is_private_allowed,
});

export const hostColumns =
  'host.host_id, host.kind, host.base_url, host.name, host.ca_certificate, host.is_private_allowed';

/** Stores a host by its address. How it is reached (certificate, private network) follows the latest that worked. */
export async function upsertHost(sql: Sql, host: NewHost): Promise<Host> {
  const [row] = await sql.query<HostRow>(
    `insert into host (kind, base_url, name, ca_certificate, is_private_allowed)
     values ($1::text, $2::text, $3::text, $4::text, $5::boolean)
     on conflict (base_url) do update
     set ca_certificate = coalesce(excluded.ca_certificate, host.ca_certificate),
         is_private_allowed = excluded.is_private_allowed
     returning ${hostColumns}`,
    [host.kind, host.baseUrl, host.name, host.caCertificate, host.isPrivateAllowed],
  );
  if (row === undefined) throw new Error('An upsert of a host returned no row.');
  return toHost(row);
}

/** Keeps which version an Enterprise Server told; a host that is not stored, or told none, keeps nothing. */
export async function noteHostVersion(
  sql: Sql,
  { baseUrl }: Pick<Host, 'baseUrl'>,
  version: string | undefined,
): Promise<void> {
  if (version === undefined) return;
  await sql.query(
    `update host
     set version = $2::text,
         version_seen_at = app_now()
     where base_url = $1::text`,
    [baseUrl, version],
  );
}

/** Logins of the organisations that were ever connected on a host, as last seen. */
export async function loadKnownOrganisations(
  sql: Sql,
  { baseUrl }: Pick<Host, 'baseUrl'>,
): Promise<readonly string[]> {
  const rows = await sql.query<{ login: string }>(
    `select organisation.login
     from organisation
     join host on host.host_id = organisation.host_id
     where host.base_url = $1::text
     order by organisation.organisation_id`,
    [baseUrl],
  );
  return rows.map(({ login }) => login);
}

export async function findHostByAddress(sql: Sql, baseUrl: string): Promise<Host | undefined> {
  const rows = await sql.query<HostRow>(`select ${hostColumns} from host where host.base_url = $1::text`, [
    baseUrl,
  ]);
  return rows.map(toHost)[0];
}

/** Hosts that have a connection, which is to say a credential to ask them with. */
export async function loadConnectedHosts(sql: Sql): Promise<readonly Host[]> {
  const rows = await sql.query<HostRow>(
    `select ${hostColumns}
     from host
     where exists (
       select from organisation
       join connection on connection.organisation_id = organisation.organisation_id
       where organisation.host_id = host.host_id
         and connection.state in ('active', 'needs-attention'))
     order by host.host_id`,
  );
  return rows.map(toHost);
}

/** The demo's host, while the demo is here. */
export async function findDemoHost(
  sql: Sql,
): Promise<{ readonly host: Host; readonly createdAt: Date } | undefined> {
  const [row] = await sql.query<HostRow & { created_at: Date }>(
    `select ${hostColumns}, host.created_at
     from host
     where kind = 'demo'`,
  );
  return row === undefined ? undefined : { host: toHost(row), createdAt: row.created_at };
}

/** Removes a host with everything that was read from it. */
export async function deleteHost(sql: Sql, hostId: number): Promise<void> {
  await sql.query('delete from host where host_id = $1::bigint', [hostId]);
}

export async function findHost(sql: Sql, hostId: number): Promise<Host | undefined> {
  const rows = await sql.query<HostRow>(`select ${hostColumns} from host where host.host_id = $1::bigint`, [
    hostId,
  ]);
  return rows.map(toHost)[0];
}
