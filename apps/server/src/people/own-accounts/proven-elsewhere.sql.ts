import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';

/** Refuses to give somebody an account that another user proved to be theirs. Throws `account-linked-elsewhere`. */
export async function refuseProvenElsewhere(
  sql: Sql,
  { personId, accountId }: { readonly personId: number; readonly accountId: number },
): Promise<void> {
  const [row] = await sql.query<{ login: string; name: string }>(
    `select account.login, v_user.name
     from account
     join v_own_account
       on v_own_account.host_id = account.host_id
       and v_own_account.github_id = account.github_id
     join v_user on v_user.user_id = v_own_account.user_id
     join person on person.person_id = $1::bigint
     where account.account_id = $2::bigint
       and person.user_id is distinct from v_own_account.user_id`,
    [personId, accountId],
  );
  if (row === undefined) return;
  throw new AppError(
    'account-linked-elsewhere',
    `@${row.login} is the account of the user ${row.name}, who proved it by signing in with it at GitHub. If this person is ${row.name}, tie that user to them; then the account comes along.`,
  );
}
