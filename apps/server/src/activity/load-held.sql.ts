import { dropNulls, type Nullable, type Sql } from '../platform/sql/index.ts';
import type { EventFacts, ListItems, ListPart, Part, PullRequestContent } from './facts.ts';
import type { HeldItem, HeldPart, HeldPullRequest, HeldRow } from './held.ts';
import { listParts } from './list-parts.data.ts';
import { listRules } from './list-rule.ts';
import { listStores } from './lists/list-stores.sql.ts';

type ByNumber<Value> = ReadonlyMap<number, Value>;

const allParts: readonly Part[] = [...listParts, 'events'];

/** What is held of some pull requests of a repository, by number; of their lists, those of `wanted`. */
export async function loadHeld(
  sql: Sql,
  repositoryId: number,
  asked: readonly number[],
  wanted: readonly Part[] = allParts,
): Promise<ByNumber<HeldPullRequest>> {
  const rows = await loadRows(sql, repositoryId, asked);
  const numbers = [...rows.keys()];
  if (numbers.length === 0) return new Map();
  const parts = await loadParts(sql, repositoryId, numbers);
  const events = wanted.includes('events')
    ? await loadEvents(sql, repositoryId, numbers)
    : new Map<number, readonly EventFacts[]>();
  const list = async <P extends ListPart>(part: P) =>
    wanted.includes(part) ? loadList(sql, repositoryId, numbers, part) : new Map();
  const lists = {
    labels: await list('labels'),
    assignees: await list('assignees'),
    'review-requests': await list('review-requests'),
    reviews: await list('reviews'),
    threads: await list('threads'),
    'review-comments': await list('review-comments'),
    comments: await list('comments'),
    commits: await list('commits'),
    files: await list('files'),
    'closing-issues': await list('closing-issues'),
  };
  return new Map(
    [...rows].map(([number, row]) => [
      number,
      {
        row,
        parts: parts.get(number) ?? new Map(),
        lists: pickLists(lists, number),
        events: events.get(number) ?? [],
      },
    ]),
  );
}

type AllLists = { readonly [P in ListPart]: ByNumber<ReadonlyMap<string, HeldItem<ListItems[P]>>> };

function pickLists(lists: AllLists, number: number): HeldPullRequest['lists'] {
  const pick = <P extends ListPart>(part: P): ReadonlyMap<string, HeldItem<ListItems[P]>> =>
    lists[part].get(number) ?? new Map<string, HeldItem<ListItems[P]>>();
  return {
    labels: pick('labels'),
    assignees: pick('assignees'),
    'review-requests': pick('review-requests'),
    reviews: pick('reviews'),
    threads: pick('threads'),
    'review-comments': pick('review-comments'),
    comments: pick('comments'),
    commits: pick('commits'),
    files: pick('files'),
    'closing-issues': pick('closing-issues'),
  };
}

interface ItemColumns {
  readonly number: number;
  readonly seenVersion: Date;
  readonly observedAt?: Date;
  readonly goneAt?: Date | null;
}

async function loadList<P extends ListPart>(
  sql: Sql,
  repositoryId: number,
  numbers: readonly number[],
  part: P,
): Promise<ByNumber<ReadonlyMap<string, HeldItem<ListItems[P]>>>> {
  const rows = await sql.query<ItemColumns>(listStores[part].loadSql, [repositoryId, numbers]);
  return groupByNumber(
    rows.map((row) => [row.number, toHeldItem<P>(row)] as const),
    (items) => {
      const rule = listRules[part];
      return new Map(items.map((item) => [rule.keyOf(item.item), item]));
    },
  );
}

function toHeldItem<P extends ListPart>(row: ItemColumns): HeldItem<ListItems[P]> {
  const { number: _number, seenVersion, observedAt = seenVersion, goneAt = null, ...item } = row;
  // as: a store's `load` names exactly the fields of its list's items
  const columns = item as Nullable<ListItems[P]>;
  return { item: dropNulls(columns), seenVersion, observedAt, isGone: goneAt !== null };
}

function groupByNumber<Value, Group>(
  entries: readonly (readonly [number, Value])[],
  toGroup: (values: readonly Value[]) => Group,
): ByNumber<Group> {
  const groups = Map.groupBy(entries, ([number]) => number);
  return new Map([...groups].map(([number, group]) => [number, toGroup(group.map(([, value]) => value))]));
}

type RowColumns = Nullable<PullRequestContent> & {
  readonly number: number;
  readonly version: Date;
  readonly observedAt: Date;
  readonly goneAt: Date | null;
};

async function loadRows(
  sql: Sql,
  repositoryId: number,
  numbers: readonly number[],
): Promise<ByNumber<HeldRow>> {
  const rows = await sql.query<RowColumns>(
    `select
       number,
       github_id as "githubId",
       node_id as "nodeId",
       title,
       body_length as "bodyLength",
       state,
       is_draft as "isDraft",
       author_account_id as "authorAccountId",
       created_at as "createdAt",
       closed_at as "closedAt",
       merged_at as "mergedAt",
       merged_by_account_id as "mergedByAccountId",
       merge_commit_oid as "mergeCommitOid",
       base_ref as "baseRef",
       base_oid as "baseOid",
       head_ref as "headRef",
       head_oid as "headOid",
       head_repository as "headRepository",
       is_cross_repository as "isCrossRepository",
       additions,
       deletions,
       changed_files as "changedFiles",
       review_decision as "reviewDecision",
       source_version as version,
       observed_at as "observedAt",
       gone_at as "goneAt"
     from pull_request
     where repository_id = $1::bigint
       and number = any($2::integer[])`,
    [repositoryId, numbers],
  );
  return new Map(
    rows.map(({ number, version, observedAt, goneAt, ...content }) => [
      number,
      { content: dropNulls<PullRequestContent>(content), version, observedAt, goneAt: goneAt ?? undefined },
    ]),
  );
}

type PartColumns = Nullable<HeldPart> & { readonly number: number; readonly part: Part };

async function loadParts(
  sql: Sql,
  repositoryId: number,
  numbers: readonly number[],
): Promise<ByNumber<ReadonlyMap<Part, HeldPart>>> {
  const rows = await sql.query<PartColumns>(
    `select
       number,
       part,
       state,
       github_total as total,
       held,
       reason,
       complete_version as "completeVersion",
       observed_at as "observedAt"
     from pull_request_part
     where repository_id = $1::bigint
       and number = any($2::integer[])`,
    [repositoryId, numbers],
  );
  return groupByNumber(
    rows.map(({ number, part, ...held }) => [number, [part, dropNulls<HeldPart>(held)] as const] as const),
    (entries) => new Map(entries),
  );
}

async function loadEvents(
  sql: Sql,
  repositoryId: number,
  numbers: readonly number[],
): Promise<ByNumber<readonly EventFacts[]>> {
  const rows = await sql.query<Nullable<EventFacts> & { readonly number: number }>(
    `select
       number,
       kind,
       occurred_at as "occurredAt",
       actor_account_id as "actorAccountId",
       subject,
       node_id as "nodeId"
     from pull_request_event
     where repository_id = $1::bigint
       and number = any($2::integer[])`,
    [repositoryId, numbers],
  );
  return groupByNumber(
    rows.map(({ number, ...event }) => [number, dropNulls<EventFacts>(event)] as const),
    (events) => events,
  );
}
