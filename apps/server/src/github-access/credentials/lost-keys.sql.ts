import type { Sql } from '../../platform/sql/index.ts';

const whatToDo =
  'The credential of this connection was sealed with a key that is lost, so nothing new is read. What was read stays. ' +
  'Give the connection a new credential.';

/** Says of each connection whose reading credential, or whose app, was sealed with one of these keys that it needs a new one. */
export async function callForNewCredentials(tx: Sql, lostKeyIds: readonly string[]): Promise<void> {
  await tx.query(
    `update connection
     set state = 'needs-attention',
         attention_code = 'key-file-wrong',
         attention_text = $2::text,
         attention_link = null
     where state in ('active', 'needs-attention')
       and exists (
         select from connection_credential
         join credential on credential.credential_id = connection_credential.credential_id
         left join app_registration on app_registration.registration_id = credential.registration_id
         where connection_credential.connection_id = connection.connection_id
           and connection_credential.role = 'read'
           and (
             split_part(credential.secret_sealed, '.', 2) = any($1::text[])
             or split_part(app_registration.private_key_sealed, '.', 2) = any($1::text[])))`,
    [lostKeyIds, whatToDo],
  );
  await forgetWhatActs(tx, lostKeyIds);
}

/** Nothing can be done by an App whose private key does not open: what was granted to it counts as not looked at. */
async function forgetWhatActs(tx: Sql, lostKeyIds: readonly string[]): Promise<void> {
  await tx.query(
    `with lost as (
       update connection_acting
       set looked_at = null,
           installation_id = null,
           installation_url = null,
           permissions = '{}',
           suspended_at = null
       from app_registration
       where app_registration.registration_id = connection_acting.registration_id
         and split_part(app_registration.private_key_sealed, '.', 2) = any($1::text[])
       returning connection_acting.connection_id)
     delete from connection_credential
     using lost
     where connection_credential.connection_id = lost.connection_id
       and connection_credential.role in ('act', 'hook')`,
    [lostKeyIds],
  );
}
