import type { Sql } from '../platform/sql/index.ts';

const whatToDo =
  'The credential of this connection was sealed with a key that is lost, so nothing new is read. What was read stays. ' +
  'Give the connection a new credential.';

/** Says of each connection whose credential, or whose app, was sealed with one of these keys that it needs a new one. */
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
           and (
             split_part(credential.secret_sealed, '.', 2) = any($1::text[])
             or split_part(app_registration.private_key_sealed, '.', 2) = any($1::text[])))`,
    [lostKeyIds, whatToDo],
  );
}
