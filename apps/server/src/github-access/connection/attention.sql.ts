import type { Sql } from '../../platform/sql/index.ts';

/** What stands in the way of reading, in words, and where the repair is. */
export interface Attention {
  readonly code: string;
  readonly text: string;
  readonly link?: string | undefined;
}

/**
 * Says that a connection can't be read until somebody does something. Its jobs park; nothing is deleted. With the
 * credential that met the trouble only while the connection still has it: of a replaced one nobody wants to hear.
 */
export async function markNeedsAttention(
  sql: Sql,
  connectionId: number,
  why: Attention,
  credentialId?: number,
): Promise<boolean> {
  const rows = await sql.query(
    `update connection
     set state = 'needs-attention',
         attention_code = $2::text,
         attention_text = $3::text,
         attention_link = $4::text
     where connection_id = $1::bigint
       and state in ('active', 'needs-attention')
       and ($5::bigint is null or exists (
         select from connection_credential
         where connection_credential.connection_id = connection.connection_id
           and connection_credential.credential_id = $5::bigint
           and connection_credential.role = 'read'))
     returning connection_id`,
    [connectionId, why.code, why.text, why.link, credentialId],
  );
  return rows.length > 0;
}

/** Takes a connection's trouble back, after an answer showed that it is over. */
export async function clearAttention(sql: Sql, connectionId: number): Promise<void> {
  await sql.query(
    `update connection
     set state = 'active',
         attention_code = null,
         attention_text = null,
         attention_link = null
     where connection_id = $1::bigint
       and state = 'needs-attention'`,
    [connectionId],
  );
}
