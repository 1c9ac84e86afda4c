import type { AccountRef, PullRequestPage, PullRequestRow } from '@throughline/contract';
import { notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { type ActorColumns, toAccountRef } from '../account-ref.ts';
import { shownStateSql } from '../lists/pull-matching.sql.ts';
import { type PullColumns, pullColumnsSql, toPullRow } from '../lists/pull-rows.sql.ts';
import type { PullKey } from './find-pull-request.sql.ts';

/** One pull request as a list shows it, and when GitHub lost it. */
export async function loadRow(
  sql: Sql,
  { repositoryId, number }: PullKey,
): Promise<{ readonly row: PullRequestRow; readonly goneAt: Date | undefined }> {
  const [columns] = await sql.query<PullColumns>(
    `with pull_request as (
       select
         repository_id, number, title, state, is_draft, author_account_id, created_at, updated_at, closed_at, merged_at,
         base_ref, head_ref, additions, deletions, changed_files, review_decision
       from v_pull_request
       where repository_id = $1::bigint
         and number = $2::integer
       union all
       select
         repository_id, number, title, state, is_draft, author_account_id, created_at, updated_at, closed_at, merged_at,
         base_ref, head_ref, additions, deletions, changed_files, review_decision
       from v_pull_request_gone
       where repository_id = $1::bigint
         and number = $2::integer),
     page as (
       select pull_request.*, ${shownStateSql} as shown_state, '' as group_value, '' as sort_value
       from pull_request)
     ${pullColumnsSql}`,
    [repositoryId, number],
  );
  if (columns === undefined) throw notFound();
  const [gone] = await sql.query<{ gone_at: Date }>(
    `select gone_at
     from v_pull_request_gone
     where repository_id = $1::bigint
       and number = $2::integer`,
    [repositoryId, number],
  );
  return { row: toPullRow(columns), goneAt: gone?.gone_at };
}

/** Facts of one pull request, and whether it is a draft. */
export interface FactColumns {
  readonly ready_at: Date;
  readonly first_commit_at: Date | null;
  readonly first_response_at: Date | null;
  readonly last_approval_at: Date | null;
  readonly merged_at: Date | null;
  readonly closed_at: Date | null;
  readonly is_draft: boolean;
  readonly review_rounds: number;
  readonly exclusion_kind: NonNullable<PullRequestPage['exclusion']>['kind'] | null;
  readonly exclusion_reason: string | null;
}

/** What is derived of one pull request; undefined for the seconds until it is. */
export async function findFacts(
  sql: Sql,
  { repositoryId, number }: PullKey,
): Promise<FactColumns | undefined> {
  const [row] = await sql.query<FactColumns>(
    `select
       fact.ready_at, fact.first_commit_at, fact.first_response_at, fact.last_approval_at, fact.merged_at, fact.closed_at,
       fact.review_rounds, fact.exclusion_kind, fact.exclusion_reason, v_pull_request.is_draft
     from v_pull_request_fact as fact
     join v_pull_request
       on v_pull_request.repository_id = fact.repository_id
       and v_pull_request.number = fact.number
     where fact.repository_id = $1::bigint
       and fact.number = $2::integer`,
    [repositoryId, number],
  );
  return row;
}

/** Who merged it; undefined for what is not merged. */
export async function findMerger(
  sql: Sql,
  { repositoryId, number }: PullKey,
): Promise<AccountRef | undefined> {
  const [row] = await sql.query<ActorColumns>(
    `select
       v_account.login as actor_login,
       v_account.kind as actor_kind,
       v_account.class as actor_class,
       v_account_person.slug as actor_slug,
       v_account_person.name as actor_name
     from v_pull_request
     left join v_account on v_account.account_id = v_pull_request.merged_by_account_id
     left join v_account_person
       on v_account_person.account_id = v_pull_request.merged_by_account_id
       and v_pull_request.merged_at >= v_account_person.from_at
       and v_pull_request.merged_at < v_account_person.until_at
     where v_pull_request.repository_id = $1::bigint
       and v_pull_request.number = $2::integer
       and v_pull_request.merged_at is not null`,
    [repositoryId, number],
  );
  return row === undefined ? undefined : toAccountRef(row);
}

/** Issues that it closes, in repositories that the reader sees: the name of another would betray it. */
export async function loadClosedIssues(
  sql: Sql,
  visible: VisibleRepositories,
  { repositoryId, number }: PullKey,
): Promise<PullRequestPage['closes']> {
  const rows = await sql.query<{ full_name: string; number: number; base_url: string; kind: string }>(
    `select
       v_repository.owner_login || '/' || v_repository.name as full_name,
       issue.issue_number as number,
       v_host.base_url,
       v_host.kind
     from v_pull_request_closing_issue as issue
     join v_repository as own on own.repository_id = issue.repository_id
     join v_repository
       on v_repository.host_id = own.host_id
       and lower(v_repository.owner_login || '/' || v_repository.name) = lower(issue.issue_repository)
     join v_host on v_host.host_id = v_repository.host_id
     where issue.repository_id = $2::bigint
       and issue.number = $3::integer
       and v_repository.repository_id = any($1::bigint[])
     order by 1, 2`,
    [visible.ids, repositoryId, number],
  );
  return rows.map((row) => ({
    fullName: row.full_name,
    number: row.number,
    ...(row.kind === 'demo' ? {} : { url: `${row.base_url}/${row.full_name}/issues/${row.number}` }),
  }));
}

export interface Counted {
  readonly comments: number;
  readonly threads: number;
  readonly resolved: number;
}

/** Comments and threads of one pull request. */
export async function countTalk(sql: Sql, { repositoryId, number }: PullKey): Promise<Counted> {
  const [row] = await sql.query<Counted>(
    `select
       (select count(*)
        from v_pull_request_comment
        where repository_id = $1::bigint
          and number = $2::integer)::integer as comments,
       count(*)::integer as threads,
       count(*) filter (where is_resolved)::integer as resolved
     from v_pull_request_review_thread
     where repository_id = $1::bigint
       and number = $2::integer`,
    [repositoryId, number],
  );
  return row ?? { comments: 0, threads: 0, resolved: 0 };
}

const partNames: Readonly<Record<string, string>> = {
  'review-requests': 'Requested reviewers',
  'review-comments': 'Review comments',
  'closing-issues': 'Issues it closes',
};

/** Lists of one pull request that are not all here, a sentence each; one that is switched off is no such list. */
export async function loadGaps(sql: Sql, { repositoryId, number }: PullKey): Promise<readonly string[]> {
  const rows = await sql.query<{ part: string; text: string }>(
    `select part.part, v_list_reason.text
     from v_pull_request_part as part
     join v_list_reason on v_list_reason.reason = part.reason_code
     where part.repository_id = $1::bigint
       and part.number = $2::integer
       and not exists (
         select from v_repository
         join v_switched_off on v_switched_off.organisation_id = v_repository.organisation_id
         where v_repository.repository_id = part.repository_id
           and v_switched_off.data = part.part)
     order by part.part`,
    [repositoryId, number],
  );
  return rows.map(({ part, text }) => `${partNames[part] ?? toCapital(part)} are not all here: ${text}`);
}

const toCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
