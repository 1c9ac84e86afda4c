import type { Sql } from '../platform/sql/index.ts';

/** Forgets what GitHub told of the members of a connection's organisation: addresses, and who is in which of its teams. */
export async function forgetMembersOf(
  tx: Sql,
  { connectionId, organisationId }: { readonly connectionId: number; readonly organisationId: number },
): Promise<void> {
  await tx.query('delete from account_verified_email where connection_id = $1::bigint', [connectionId]);
  await tx.query(
    `delete from team_github_member
     using team
     where team.team_id = team_github_member.team_id
       and team.organisation_id = $1::bigint`,
    [organisationId],
  );
}

/** A member of an organisation with their verified addresses at its domains, in lower case. */
interface VerifiedMember {
  readonly accountId: number;
  readonly emails: readonly string[];
}

/** What GitHub told of all members of a connection's organisation at once takes the place of what it told before. */
export async function replaceVerifiedEmails(
  tx: Sql,
  connectionId: number,
  members: readonly VerifiedMember[],
  toldAt: Date,
): Promise<void> {
  const told = members.flatMap(({ accountId, emails }) => emails.map((email) => ({ accountId, email })));
  await tx.query(
    `insert into account_verified_email as held (connection_id, account_id, email, told_at)
     select distinct $1::bigint, told.account_id, told.email, $4::timestamptz
     from unnest($2::bigint[], $3::text[]) as told (account_id, email)
     order by told.account_id, told.email
     on conflict (connection_id, account_id, email) do update
     set told_at = greatest(held.told_at, excluded.told_at)`,
    [connectionId, told.map(({ accountId }) => accountId), told.map(({ email }) => email), toldAt],
  );
  await tx.query(
    `delete from account_verified_email
     where connection_id = $1::bigint
       and told_at < $2::timestamptz`,
    [connectionId, toldAt],
  );
}
