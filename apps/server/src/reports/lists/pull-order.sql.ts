import type { PullState } from '@throughline/contract';
import { shownStateSql } from './pull-matching.sql.ts';
import type { PullGroup, PullSort, SortKey } from './pull-sort.ts';

type Type = 'timestamptz' | 'bigint';

/** How a list is ordered, as pieces of SQL over `pull_request`. */
export interface PullOrder {
  readonly sortSql: string;
  readonly groupSql: string;
  /** Whether a row lies behind the cursor $36 to $39; without one all do. */
  readonly behindSql: string;
  readonly orderSql: string;
  /** The same order of rows that stand in `page`. */
  readonly pageOrderSql: string;
}

interface Key {
  readonly valueSql: string;
  readonly typeSql: Type;
  /** States in which every row has it, so that an index gives the order. */
  readonly always: readonly PullState[];
  /** What the index of it holds, where that is not every row. */
  readonly heldSql?: string;
}

const all: readonly PullState[] = ['open', 'draft', 'merged', 'closed'];

const keys: Readonly<Record<SortKey, Key>> = {
  created: { valueSql: 'pull_request.created_at', typeSql: 'timestamptz', always: all },
  updated: { valueSql: 'pull_request.updated_at', typeSql: 'timestamptz', always: all },
  merged: {
    valueSql: 'pull_request.merged_at',
    typeSql: 'timestamptz',
    always: ['merged'],
    heldSql: 'pull_request.merged_at is not null',
  },
  closed: {
    valueSql: 'pull_request.closed_at',
    typeSql: 'timestamptz',
    always: ['merged', 'closed'],
    heldSql: 'pull_request.closed_at is not null',
  },
  size: {
    valueSql: '(pull_request.additions + pull_request.deletions)::bigint',
    typeSql: 'bigint',
    always: [],
  },
  cycle: {
    valueSql: `(
      select fact.coding_s + fact.pickup_s + fact.review_s + fact.merge_s
      from v_pull_request_fact as fact
      where fact.repository_id = pull_request.repository_id
        and fact.number = pull_request.number)`,
    typeSql: 'bigint',
    always: [],
  },
};

const groups: Readonly<Record<PullGroup, string>> = {
  repo: `(
    select lower(v_repository.owner_login || '/' || v_repository.name)
    from v_repository
    where v_repository.repository_id = pull_request.repository_id)`,
  author: `coalesce((
    select lower(v_account.login)
    from v_account
    where v_account.account_id = pull_request.author_account_id), '~')`,
  state: `(${shownStateSql})`,
};

/** Rows without a value stand last in both directions. */
const lasts = {
  timestamptz: { desc: `'-infinity'::timestamptz`, asc: `'infinity'::timestamptz` },
  bigint: { desc: '-1::bigint', asc: '9223372036854775807::bigint' },
} as const;

/** The order of a list. `states` are those it is limited to. */
export function toOrder(
  { by, isDescending }: PullSort,
  group: PullGroup | undefined,
  states: readonly PullState[] = all,
): PullOrder {
  const { valueSql, typeSql, always, heldSql = 'true' } = keys[by];
  const direction = isDescending ? 'desc' : 'asc';
  const isAlways = states.every((state) => always.includes(state));
  const sortSql = isAlways ? valueSql : `coalesce(${valueSql}, ${lasts[typeSql][direction]})`;
  const groupSql = group === undefined ? `''::text` : groups[group];
  const keySql = `(${sortSql}, pull_request.repository_id, pull_request.number)`;
  const cursorSql = `($36::text::${typeSql}, $38::bigint, $39::integer)`;
  return {
    sortSql,
    groupSql,
    behindSql: `${isAlways ? heldSql : 'true'} and ($36::text is null
      or ${groupSql} > $37::text
      or ${groupSql} = $37::text and ${keySql} ${isDescending ? '<' : '>'} ${cursorSql})`,
    orderSql: `group_value, sort_value ${direction}, pull_request.repository_id ${direction}, pull_request.number ${direction}`,
    pageOrderSql: `page.group_value, page.sort_value ${direction}, page.repository_id ${direction}, page.number ${direction}`,
  };
}
