import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import type { UnknownEmail } from './judge-commit-emails.ts';

const mostTold = 20;

/** Commits in the repositories a reader may see that bear one of a person's addresses and are nobody's on GitHub. */
export async function loadUnknownEmails(
  sql: Sql,
  visible: VisibleRepositories,
  personId: number,
): Promise<readonly UnknownEmail[]> {
  const emails = await sql.query<{ email: string }>(
    `select distinct lower(email) as email
     from v_person_email
     where person_id = $1::bigint`,
    [personId],
  );
  if (emails.length === 0) return [];
  return sql.query<UnknownEmail & Record<string, unknown>>(
    `select lower(author_email) as email, count(*)::integer as commits
     from v_git_commit
     where repository_id = any($1::bigint[])
       and author_account_id is null
       and lower(author_email) = any($2::text[])
     group by lower(author_email)
     order by commits desc, email
     limit $3::integer`,
    [visible.ids, emails.map(({ email }) => email), mostTold],
  );
}
