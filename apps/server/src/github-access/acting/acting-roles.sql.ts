import type { Sql } from '../../platform/sql/index.ts';
import { keepInstallations, saveInstallation } from '../apps/installation-credentials.sql.ts';
import { wipeUnused } from '../credentials/credential-uses.sql.ts';
import type { HeldActing, SeenInstallation } from './acting.sql.ts';
import { type ActingRole, listPossible, toRoles } from './judge-actions.ts';

/**
 * Gives a connection's credential the roles that what was granted allows, and takes the others: what is not possible has
 * no credential that could do it. The one of an App of its own is made when it is needed and wiped when it is not; the
 * one that reads stays. `madeBy`: who has it made.
 */
export async function settleRoles(tx: Sql, acting: HeldActing, madeBy: number): Promise<void> {
  const roles = toRoles(listPossible(acting));
  const { installation } = acting;
  const credentialId =
    installation === undefined || roles.length === 0
      ? undefined
      : await takeCredential(tx, acting, { installation, madeBy });
  await setRoles(tx, acting.connectionId, { credentialId, roles });
}

/** Takes from a connection all that its credentials may do besides reading; whoever replaces them wipes them. */
export async function releaseRoles(tx: Sql, connectionId: number): Promise<void> {
  await tx.query(
    `delete from connection_credential
     where connection_id = $1::bigint
       and role in ('act', 'hook')`,
    [connectionId],
  );
}

/** Takes from a connection the credential by which it acts; one that does not read is wiped. */
export const dropRoles = (tx: Sql, connectionId: number): Promise<void> =>
  setRoles(tx, connectionId, { credentialId: undefined, roles: [] });

interface Given {
  readonly installation: SeenInstallation;
  readonly madeBy: number;
}

async function takeCredential(
  tx: Sql,
  { connectionId, hostId, registrationId, way, app, organisation }: HeldActing,
  { installation, madeBy }: Given,
): Promise<number | undefined> {
  const known = await findCredentialOf(tx, connectionId, registrationId);
  if (known !== undefined) {
    await saveInstallation(tx, known, installation);
    return known;
  }
  if (way === 'upgrade') return undefined;
  const { installationId, permissions } = installation;
  const keeping = { hostId, registrationId, appName: app.name, createdBy: madeBy };
  const kept = await keepInstallations(tx, keeping, [
    { installationId, permissions, organisation: { ...organisation, role: 'none' } },
  ]);
  return kept.get(installationId);
}

/** The connection's credential that is an installation of this App, whatever it is used for. */
async function findCredentialOf(
  tx: Sql,
  connectionId: number,
  registrationId: number,
): Promise<number | undefined> {
  const [row] = await tx.query<{ credential_id: number }>(
    `select credential.credential_id
     from connection_credential
     join credential on credential.credential_id = connection_credential.credential_id
     where connection_credential.connection_id = $1::bigint
       and credential.registration_id = $2::bigint
       and credential.kind = 'app-installation'
     limit 1`,
    [connectionId, registrationId],
  );
  return row?.credential_id;
}

interface Wanted {
  readonly credentialId: number | undefined;
  readonly roles: readonly ActingRole[];
}

async function setRoles(tx: Sql, connectionId: number, { credentialId, roles }: Wanted): Promise<void> {
  const dropped = await tx.query<{ credential_id: number }>(
    `delete from connection_credential
     where connection_id = $1::bigint
       and role in ('act', 'hook')
       and not (credential_id = coalesce($2::bigint, 0) and role = any($3::text[]))
     returning credential_id`,
    [connectionId, credentialId, roles],
  );
  if (credentialId !== undefined) {
    await tx.query(
      `insert into connection_credential (connection_id, credential_id, role)
       select $1::bigint, $2::bigint, role
       from unnest($3::text[]) as given (role)
       on conflict do nothing`,
      [connectionId, credentialId, roles],
    );
  }
  await wipeUnused(
    tx,
    dropped.map(({ credential_id }) => credential_id),
  );
}
