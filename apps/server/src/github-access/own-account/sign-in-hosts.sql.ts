import type { Sql } from '../../platform/sql/index.ts';
import { findRegistration, type Registration } from '../credentials/registrations.sql.ts';
import { type Host, type HostRow, hostColumns, toHost } from '../hosts/hosts.sql.ts';

/** A host on which an app of ours is registered, and the app by which people connect their accounts. */
export interface AppHost {
  readonly host: Host;
  readonly registration: Registration;
  /** Whether one may sign in with its accounts. */
  readonly isSignInAllowed: boolean;
}

interface AppHostRow extends HostRow {
  readonly registration_id: number;
  readonly is_sign_in_allowed: boolean;
}

/**
 * Hosts with an app of ours. A GitHub App goes before an OAuth app, for its users' tokens end by themselves and reach
 * no further than it does; of several the latest. An App that acts is none of them: what a person reads takes no right to write.
 */
export async function loadAppHosts(sql: Sql, hostId?: number): Promise<readonly AppHost[]> {
  const rows = await sql.query<AppHostRow>(
    `select ${hostColumns}, app.registration_id, github_sign_in.host_id is not null as is_sign_in_allowed
     from host
     join lateral (
       select app_registration.registration_id
       from app_registration
       where app_registration.host_id = host.host_id
         and app_registration.purpose = 'read'
       order by app_registration.kind, app_registration.registration_id desc
       limit 1) as app on true
     left join github_sign_in on github_sign_in.host_id = host.host_id
     where host.kind <> 'demo'
       and ($1::bigint is null or host.host_id = $1::bigint)
     order by host.host_id`,
    [hostId],
  );
  const found = await Promise.all(rows.map((row) => findRegistration(sql, row.registration_id)));
  return rows.flatMap((row, at) => {
    const registration = found[at];
    return registration === undefined
      ? []
      : [{ host: toHost(row), registration, isSignInAllowed: row.is_sign_in_allowed }];
  });
}

export async function findAppHost(sql: Sql, hostId: number): Promise<AppHost | undefined> {
  return (await loadAppHosts(sql, hostId))[0];
}

/** Lets people sign in with accounts of a host, or no longer. */
export async function setSignInAllowed(tx: Sql, hostId: number, isAllowed: boolean): Promise<void> {
  await tx.query(
    isAllowed
      ? 'insert into github_sign_in (host_id) values ($1::bigint) on conflict (host_id) do nothing'
      : 'delete from github_sign_in where host_id = $1::bigint',
    [hostId],
  );
}
