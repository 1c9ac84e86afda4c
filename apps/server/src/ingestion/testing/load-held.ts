import type { Control } from '@throughline/github-emulator';
import type { Sql } from '../../platform/sql/index.ts';

/** The pull requests of a repository that are held, and how many entries are held below each of them. */
export const loadHeld = (sql: Sql, name: string): Promise<readonly object[]> =>
  sql.query(
    `select
       number,
       upper(state) as state,
       (select count(*)::integer from v_pull_request_review as held
        where held.repository_id = pull.repository_id and held.number = pull.number) as reviews,
       (select count(*)::integer from v_pull_request_comment as held
        where held.repository_id = pull.repository_id and held.number = pull.number) as comments,
       (select count(*)::integer from v_pull_request_file as held
        where held.repository_id = pull.repository_id and held.number = pull.number) as files
     from v_pull_request as pull
     join v_repository using (repository_id)
     where v_repository.name = $1::text
     order by number`,
    [name],
  );

/** The same as the emulator's ledger of the truth tells it. */
export const listTruth = (control: Pick<Control, 'truthOf'>, fullName: string): readonly object[] =>
  [...control.truthOf(fullName)].map(({ number, state, counts }) => ({
    number,
    state,
    reviews: counts.reviews,
    comments: counts.comments + counts.reviewComments,
    files: counts.files,
  }));

/** Whether so many repositories are known and each has been read to its end. */
export async function isReadWhole(sql: Sql, repositories: number): Promise<boolean> {
  const [row] = await sql.query<{ is_whole: boolean }>(
    `select count(*) = $1::integer and bool_and(completed_at is not null and held_count = total) as is_whole
     from repository_sync`,
    [repositories],
  );
  return row?.is_whole === true;
}
