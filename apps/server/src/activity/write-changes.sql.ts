import { type Sql, toJsonb } from '../platform/sql/index.ts';
import type { CommitFacts, EventFacts, ListPart } from './facts.ts';
import type { HeldPullRequest } from './held.ts';
import { listParts } from './list-parts.data.ts';
import { listStores } from './lists/list-stores.sql.ts';
import type { PullRequestChange } from './merge-pull-request.ts';

/** Rows a statement. Measured: a page of 25 pull requests, 1,050 rows, takes 22 ms, and no less with larger batches. */
const batchSize = 100;

/** A change with what it was decided from. */
export interface DecidedChange {
  readonly change: PullRequestChange;
  readonly held: HeldPullRequest | undefined;
  readonly commits: readonly CommitFacts[];
  readonly observedAt: Date;
}

/** Writes what was decided, parents before what hangs on them. */
export async function writeChanges(
  sql: Sql,
  repositoryId: number,
  decided: readonly DecidedChange[],
): Promise<void> {
  const write = (text: string, rows: readonly object[]) => writeRows(sql, repositoryId, text, rows);
  await write(upsertPullRequests, decided.flatMap(toPullRequestRows));
  await write(
    upsertCommits,
    decided.flatMap(({ commits }) => commits),
  );
  for (const part of listParts) {
    await write(
      listStores[part].removeSql,
      decided.flatMap((one) => toRemovedRows(one, part)),
    );
    await write(
      listStores[part].upsertSql,
      decided.flatMap((one) => toWrittenRows(one, part)),
    );
  }
  await write(
    deleteEvents,
    decided.flatMap(({ change }) => toEventRows(change, change.events.removed)),
  );
  await write(
    upsertEvents,
    decided.flatMap(({ change, observedAt }) => toEventRows(change, change.events.written, observedAt)),
  );
  await write(upsertParts, decided.flatMap(toPartRows));
}

async function writeRows(
  sql: Sql,
  repositoryId: number,
  text: string,
  rows: readonly object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    await sql.query(text, [repositoryId, toJsonb(rows.slice(start, start + batchSize))]);
  }
}

const toPullRequestRows = ({ change }: DecidedChange): readonly object[] => {
  if (change.row === undefined) return [];
  const { content, ...row } = change.row;
  return [{ ...content, ...row, number: change.number }];
};

const toWrittenRows = ({ change }: DecidedChange, part: ListPart): readonly object[] =>
  [...change.lists[part].written.values()].map(({ item, seenVersion, observedAt }) => ({
    ...item,
    number: change.number,
    seenVersion,
    observedAt,
  }));

const toRemovedRows = ({ change, held, observedAt }: DecidedChange, part: ListPart): readonly object[] =>
  change.lists[part].removed.map((key) => ({
    ...held?.lists[part].get(key)?.item,
    number: change.number,
    goneAt: observedAt,
  }));

const toEventRows = (
  { number }: PullRequestChange,
  events: readonly EventFacts[],
  observedAt?: Date,
): readonly object[] => events.map((event) => ({ ...event, number, observedAt }));

const toPartRows = ({ change }: DecidedChange): readonly object[] =>
  [...change.parts].map(([part, held]) => ({ ...held, part, number: change.number }));

const upsertPullRequests = `
  insert into pull_request (
    repository_id, number, github_id, node_id, title, body_length, state, is_draft, author_account_id, created_at,
    closed_at, merged_at, merged_by_account_id, merge_commit_oid, base_ref, base_oid, head_ref, head_oid,
    head_repository, is_cross_repository, additions, deletions, changed_files, review_decision, source_version,
    observed_at, gone_at)
  select
    $1::bigint, given.number, given."githubId", given."nodeId", given.title, given."bodyLength", given.state,
    given."isDraft", given."authorAccountId", given."createdAt", given."closedAt", given."mergedAt",
    given."mergedByAccountId", given."mergeCommitOid", given."baseRef", given."baseOid", given."headRef",
    given."headOid", given."headRepository", given."isCrossRepository", given.additions, given.deletions,
    given."changedFiles", given."reviewDecision", given.version, given."observedAt", given."goneAt"
  from jsonb_to_recordset($2::jsonb) as given (
    number integer, "githubId" bigint, "nodeId" text, title text, "bodyLength" integer, state text,
    "isDraft" boolean, "authorAccountId" bigint, "createdAt" timestamptz, "closedAt" timestamptz,
    "mergedAt" timestamptz, "mergedByAccountId" bigint, "mergeCommitOid" text, "baseRef" text, "baseOid" text,
    "headRef" text, "headOid" text, "headRepository" text, "isCrossRepository" boolean, additions integer,
    deletions integer, "changedFiles" integer, "reviewDecision" text, version timestamptz,
    "observedAt" timestamptz, "goneAt" timestamptz)
  on conflict (repository_id, number) do update
  set github_id = excluded.github_id,
      node_id = excluded.node_id,
      title = excluded.title,
      body_length = excluded.body_length,
      state = excluded.state,
      is_draft = excluded.is_draft,
      author_account_id = excluded.author_account_id,
      created_at = excluded.created_at,
      closed_at = excluded.closed_at,
      merged_at = excluded.merged_at,
      merged_by_account_id = excluded.merged_by_account_id,
      merge_commit_oid = excluded.merge_commit_oid,
      base_ref = excluded.base_ref,
      base_oid = excluded.base_oid,
      head_ref = excluded.head_ref,
      head_oid = excluded.head_oid,
      head_repository = excluded.head_repository,
      is_cross_repository = excluded.is_cross_repository,
      additions = excluded.additions,
      deletions = excluded.deletions,
      changed_files = excluded.changed_files,
      review_decision = excluded.review_decision,
      source_version = excluded.source_version,
      observed_at = excluded.observed_at,
      gone_at = excluded.gone_at`;

// A commit never changes; whom GitHub did not know at first is filled in. One may stand in several pull requests.
const upsertCommits = `
  insert into git_commit as held (
    repository_id, oid, author_account_id, author_email, authored_at, committed_at, message_length, observed_at)
  select distinct on (given.oid)
    $1::bigint, given.oid, given."authorAccountId", given."authorEmail", given."authoredAt", given."committedAt",
    given."messageLength", app_now()
  from jsonb_to_recordset($2::jsonb) as given (
    oid text, "authorAccountId" bigint, "authorEmail" text, "authoredAt" timestamptz, "committedAt" timestamptz,
    "messageLength" integer)
  order by given.oid
  on conflict (repository_id, oid) do update
  set author_account_id = coalesce(held.author_account_id, excluded.author_account_id),
      author_email = coalesce(held.author_email, excluded.author_email),
      observed_at = excluded.observed_at
  where (held.author_account_id is null and excluded.author_account_id is not null)
     or (held.author_email is null and excluded.author_email is not null)`;

const upsertEvents = `
  insert into pull_request_event (
    repository_id, number, kind, occurred_at, actor_account_id, subject, node_id, observed_at)
  select
    $1::bigint, given.number, given.kind, given."occurredAt", given."actorAccountId", given.subject,
    given."nodeId", given."observedAt"
  from jsonb_to_recordset($2::jsonb) as given (
    number integer, kind text, "occurredAt" timestamptz, "actorAccountId" bigint, subject text, "nodeId" text,
    "observedAt" timestamptz)
  on conflict (repository_id, number, kind, occurred_at, actor_account_id, subject) do update
  set node_id = excluded.node_id`;

const deleteEvents = `
  delete from pull_request_event as held
  using jsonb_to_recordset($2::jsonb) as given (
    number integer, kind text, "occurredAt" timestamptz, "actorAccountId" bigint, subject text)
  where held.repository_id = $1::bigint
    and held.number = given.number
    and held.kind = given.kind
    and held.occurred_at = given."occurredAt"
    and held.actor_account_id = given."actorAccountId"
    and held.subject = given.subject`;

const upsertParts = `
  insert into pull_request_part (
    repository_id, number, part, state, github_total, held, reason, complete_version, observed_at)
  select
    $1::bigint, given.number, given.part, given.state, given.total, given.held, given.reason,
    given."completeVersion", given."observedAt"
  from jsonb_to_recordset($2::jsonb) as given (
    number integer, part text, state text, total integer, held integer, reason text,
    "completeVersion" timestamptz, "observedAt" timestamptz)
  on conflict (repository_id, number, part) do update
  set state = excluded.state,
      github_total = excluded.github_total,
      held = excluded.held,
      reason = excluded.reason,
      complete_version = excluded.complete_version,
      observed_at = excluded.observed_at`;
