import type { Action } from '@throughline/contract';
import type { AppRecord, Permissions } from '@throughline/github';
import type { Sql } from '../../platform/sql/index.ts';

/** An App's installation on a connection's organisation, as GitHub told of it last. */
export interface SeenInstallation {
  readonly installationId: number;
  /** Where an owner manages it. */
  readonly pageUrl: string;
  readonly permissions: Permissions;
  readonly suspendedAt: Date | undefined;
}

/** The App by which a connection acts or is to act, what was asked for of it, and what GitHub told of it last. */
export interface HeldActing {
  readonly connectionId: number;
  readonly hostId: number;
  readonly webUrl: string;
  readonly organisation: { readonly githubId: number; readonly login: string };
  readonly registrationId: number;
  /** An App of its own, or the one the connection reads by. */
  readonly way: 'own-app' | 'upgrade';
  readonly app: Pick<
    AppRecord,
    'name' | 'slug' | 'ownerLogin' | 'isOwnedByOrganisation' | 'pageUrl' | 'permissions'
  >;
  readonly asked: readonly { readonly action: Action; readonly at: Date; readonly by: string | undefined }[];
  /** Undefined: GitHub was not asked yet. */
  readonly lookedAt: Date | undefined;
  /** Undefined: it is not installed. */
  readonly installation: SeenInstallation | undefined;
}

interface Row {
  readonly connection_id: number;
  readonly host_id: number;
  readonly base_url: string;
  readonly login: string;
  readonly github_id: number;
  readonly registration_id: number;
  readonly purpose: 'read' | 'act';
  readonly name: string;
  readonly slug: string;
  readonly owner_login: string | null;
  readonly is_owned_by_organisation: boolean;
  readonly page_url: string;
  readonly app_permissions: Permissions;
  readonly asked: readonly { readonly action: Action; readonly at: string; readonly by: string | null }[];
  readonly looked_at: Date | null;
  readonly installation_id: number | null;
  readonly installation_url: string | null;
  readonly permissions: Permissions;
  readonly suspended_at: Date | null;
}

/** What a connection was asked to be allowed to do; undefined: nothing. */
export async function findActing(sql: Sql, connectionId: number): Promise<HeldActing | undefined> {
  const [row] = await sql.query<Row & Record<string, unknown>>(
    `select
       acting.connection_id,
       host.host_id,
       host.base_url,
       organisation.login,
       organisation.github_id,
       app.registration_id,
       app.purpose,
       app.name,
       app.slug,
       app.owner_login,
       ${isOwnedByOrganisation} as is_owned_by_organisation,
       coalesce(app.page_url, host.base_url || '/apps/' || app.slug) as page_url,
       app.permissions as app_permissions,
       array(
         select jsonb_build_object('action', asked.action, 'at', asked.asked_at, 'by', v_user.name)
         from connection_action as asked
         left join v_user on v_user.user_id = asked.asked_by
         where asked.connection_id = acting.connection_id
         order by asked.action) as asked,
       acting.looked_at,
       acting.installation_id,
       acting.installation_url,
       acting.permissions,
       acting.suspended_at
     from connection_acting as acting
     join connection on connection.connection_id = acting.connection_id
     join organisation on organisation.organisation_id = connection.organisation_id
     join app_registration as app on app.registration_id = acting.registration_id
     join host on host.host_id = app.host_id
     where acting.connection_id = $1::bigint`,
    [connectionId],
  );
  return row && toHeld(row);
}

/** Of an `app`: until GitHub was asked, an owner of the name of an organisation that is known here is that organisation. */
export const isOwnedByOrganisation = `
  coalesce(app.is_owned_by_organisation, exists (
    select from organisation as owning
    where owning.host_id = app.host_id
      and lower(owning.login) = lower(app.owner_login)))`;

function toHeld(row: Row): HeldActing {
  return {
    connectionId: row.connection_id,
    hostId: row.host_id,
    webUrl: row.base_url,
    organisation: { githubId: row.github_id, login: row.login },
    registrationId: row.registration_id,
    way: row.purpose === 'act' ? 'own-app' : 'upgrade',
    app: {
      name: row.name,
      slug: row.slug,
      ownerLogin: row.owner_login ?? undefined,
      isOwnedByOrganisation: row.is_owned_by_organisation,
      pageUrl: row.page_url,
      permissions: row.app_permissions,
    },
    asked: row.asked.map(({ action, at, by }) => ({ action, at: new Date(at), by: by ?? undefined })),
    lookedAt: row.looked_at ?? undefined,
    installation: toInstallation(row),
  };
}

const toInstallation = (row: Row): SeenInstallation | undefined =>
  row.installation_id === null || row.installation_url === null
    ? undefined
    : {
        installationId: row.installation_id,
        pageUrl: row.installation_url,
        permissions: row.permissions,
        suspendedAt: row.suspended_at ?? undefined,
      };

interface Asking {
  readonly registrationId: number;
  readonly actions: readonly Action[];
  readonly askedBy: number;
}

/** Remembers what is asked for, in the place of what was. Returns false, and changes nothing, where another App was asked. */
export async function saveAsked(
  tx: Sql,
  connectionId: number,
  { registrationId, actions, askedBy }: Asking,
): Promise<boolean> {
  await tx.query(
    `insert into connection_acting (connection_id, registration_id)
     values ($1::bigint, $2::bigint)
     on conflict (connection_id) do nothing`,
    [connectionId, registrationId],
  );
  const held = await tx.query(
    `select from connection_acting
     where connection_id = $1::bigint
       and registration_id = $2::bigint`,
    [connectionId, registrationId],
  );
  if (held.length === 0) return false;
  await tx.query(
    `delete from connection_action
     where connection_id = $1::bigint
       and action <> all($2::text[])`,
    [connectionId, actions],
  );
  await tx.query(
    `insert into connection_action (connection_id, action, asked_by)
     select $1::bigint, asked.action, $3::bigint
     from unnest($2::text[]) as asked (action)
     on conflict (connection_id, action) do nothing`,
    [connectionId, actions, askedBy],
  );
  return true;
}

/** Remembers what GitHub told of an App's installation on a connection's organisation; undefined: there is none. */
export async function saveSeen(
  tx: Sql,
  { connectionId, registrationId }: Pick<HeldActing, 'connectionId' | 'registrationId'>,
  seen: SeenInstallation | undefined,
): Promise<void> {
  await tx.query(
    `update connection_acting
     set looked_at = app_now(),
         installation_id = $3::bigint,
         installation_url = $4::text,
         permissions = $5::jsonb,
         suspended_at = $6::timestamptz
     where connection_id = $1::bigint
       and registration_id = $2::bigint`,
    [
      connectionId,
      registrationId,
      seen?.installationId,
      seen?.pageUrl,
      JSON.stringify(seen?.permissions ?? {}),
      seen?.suspendedAt,
    ],
  );
}

/** Forgets what a connection was asked to be allowed to do. */
export async function forgetActing(tx: Sql, connectionId: number): Promise<void> {
  await tx.query('delete from connection_acting where connection_id = $1::bigint', [connectionId]);
}
