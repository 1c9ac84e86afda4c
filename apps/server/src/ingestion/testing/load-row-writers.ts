import type { Sql } from '../../platform/sql/index.ts';

const tables = [
  'repository',
  'pull_request',
  'pull_request_part',
  'pull_request_label',
  'pull_request_assignee',
  'pull_request_review_request',
  'pull_request_review',
  'pull_request_review_thread',
  'pull_request_comment',
  'git_commit',
  'pull_request_commit',
  'pull_request_file',
  'pull_request_event',
  'pull_request_closing_issue',
  'change',
  'account',
  'account_email',
];

/** Every row of what was read with the transaction that wrote it: a row that was not touched keeps its own. */
export async function loadRowWriters(sql: Sql): Promise<readonly string[]> {
  const texts = tables.map(
    (name) => `select '${name} ' || xmin || ' ' || ctid::text || t::text as row from ${name} t`,
  );
  const rows = await sql.query<{ row: string }>(texts.join(' union all '));
  return rows.map(({ row }) => row).toSorted();
}
