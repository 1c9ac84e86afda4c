import type { Sql } from '../../platform/sql/index.ts';
import { forgetActing } from '../acting/acting.sql.ts';
import { releaseCredentials, wipeUnused } from '../credentials/credential-uses.sql.ts';

type DisconnectStep = 'revoke' | 'wipe' | 'data' | 'end';

/** A connection that is ending: what is done next, and what shall become of its data. */
export interface Disconnection {
  readonly connectionId: number;
  readonly organisationId: number;
  readonly organisation: string;
  readonly step: DisconnectStep;
  readonly removesData: boolean;
  /** Whether the App it was read by is uninstalled at GitHub. */
  readonly uninstallsApp: boolean;
  readonly isRevoked: boolean;
  readonly tries: number;
}

interface Wanted {
  readonly removesData: boolean;
  readonly uninstallsApp: boolean;
  readonly askedBy: number;
}

/** Begins to end a connection: from now on nothing reads with it. Returns false where it is not there or ends already. */
export async function beginDisconnecting(
  tx: Sql,
  connectionId: number,
  { removesData, uninstallsApp, askedBy }: Wanted,
): Promise<boolean> {
  const rows = await tx.query(
    `with ending as (
       update connection
       set state = 'disconnecting',
           attention_code = null,
           attention_text = null,
           attention_link = null
       where connection_id = $1::bigint
         and state in ('active', 'needs-attention')
       returning connection_id)
     insert into disconnection (connection_id, removes_data, uninstalls_app, asked_by)
     select connection_id, $2::boolean, $3::boolean, $4::bigint
     from ending
     returning connection_id`,
    [connectionId, removesData, uninstallsApp, askedBy],
  );
  return rows.length > 0;
}

export async function findDisconnection(sql: Sql, connectionId: number): Promise<Disconnection | undefined> {
  const [row] = await sql.query<Disconnection & Record<string, unknown>>(
    `select
       disconnection.connection_id as "connectionId",
       connection.organisation_id as "organisationId",
       organisation.login as organisation,
       disconnection.step,
       disconnection.removes_data as "removesData",
       disconnection.uninstalls_app as "uninstallsApp",
       disconnection.is_revoked as "isRevoked",
       disconnection.tries
     from disconnection
     join connection on connection.connection_id = disconnection.connection_id
     join organisation on organisation.organisation_id = connection.organisation_id
     where disconnection.connection_id = $1::bigint`,
    [connectionId],
  );
  return row;
}

/** Remembers that a step is done and which one comes next; nothing stands in the way of that one. */
export async function advanceDisconnection(
  tx: Sql,
  connectionId: number,
  { step, isRevoked = false }: { readonly step: DisconnectStep; readonly isRevoked?: boolean },
): Promise<void> {
  await tx.query(
    `update disconnection
     set step = $2::text,
         is_revoked = is_revoked or $3::boolean,
         problem = null,
         tries = 0,
         try_again_at = null
     where connection_id = $1::bigint`,
    [connectionId, step, isRevoked],
  );
}

/** Says why a step could not be done and when it is tried again. */
export async function noteDisconnectProblem(
  tx: Sql,
  connectionId: number,
  { problem, tryAgainAt }: { readonly problem: string; readonly tryAgainAt: Date },
): Promise<void> {
  await tx.query(
    `update disconnection
     set problem = $2::text,
         tries = tries + 1,
         try_again_at = $3::timestamptz
     where connection_id = $1::bigint`,
    [connectionId, problem, tryAgainAt],
  );
}

/** Takes its credentials from a connection, those it acts by too, and wipes those that no other uses. */
export async function wipeCredentials(tx: Sql, connectionId: number): Promise<void> {
  await wipeUnused(tx, await releaseCredentials(tx, connectionId));
  await forgetActing(tx, connectionId);
}

/** Ends a connection whose data stay: connecting its organisation again takes them up where they were left. */
export async function endKeepingData(tx: Sql, connectionId: number): Promise<void> {
  await tx.query(
    `update connection
     set state = 'disconnected',
         disconnected_at = app_now()
     where connection_id = $1::bigint
       and state = 'disconnecting'`,
    [connectionId],
  );
  await tx.query('delete from disconnection where connection_id = $1::bigint', [connectionId]);
}

/** Ends a connection of which nothing stays. Its organisation is known still, for teams here may follow one of its. */
export async function endRemovingData(tx: Sql, connectionId: number): Promise<void> {
  await tx.query('delete from connection where connection_id = $1::bigint', [connectionId]);
}
