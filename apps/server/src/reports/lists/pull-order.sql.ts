import type { PullState } from '@throughline/contract';
import type { BindSql } from '../../platform/sql/index.ts';
import type { PullCursor } from './pull-cursor.ts';
import { shownStateSql } from './pull-matching.sql.ts';
import type { PullGroup, PullSort, SortKey } from './pull-sort.ts';

type Type = 'timestamptz' | 'bigint';

/** How a list is ordered, as pieces of SQL over `pull_request`. */
export interface PullOrder {
  readonly fromSql: string;
  readonly sortSql: string;
  readonly groupSql: string;
  /** Whether a row lies behind a cursor; without one, whether it has a place in the order at all. */
  readonly toBehindSql: (after: PullCursor | undefined, bindSql: BindSql) => string;
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
  readonly joinSql?: string;
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
    valueSql: 'sorted.coding_s + sorted.pickup_s + sorted.review_s + sorted.merge_s',
    typeSql: 'bigint',
    always: [],
    joinSql: `
      left join v_pull_request_fact as sorted
        on sorted.repository_id = pull_request.repository_id
        and sorted.number = pull_request.number`,
  },
};

interface Group {
  readonly groupSql: string;
  readonly joinSql: string;
}

const groups: Readonly<Record<PullGroup, Group>> = {
  repo: {
    groupSql: `lower(grouped.owner_login || '/' || grouped.name)`,
    joinSql: 'join v_repository as grouped on grouped.repository_id = pull_request.repository_id',
  },
  author: {
    groupSql: `coalesce(lower(grouped.login), '~')`,
    joinSql: 'left join v_account as grouped on grouped.account_id = pull_request.author_account_id',
  },
  state: { groupSql: `(${shownStateSql})`, joinSql: '' },
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
  const { valueSql, typeSql, always, heldSql = 'true', joinSql = '' } = keys[by];
  const grouped = group === undefined ? { groupSql: `''::text`, joinSql: '' } : groups[group];
  const { groupSql } = grouped;
  const direction = isDescending ? 'desc' : 'asc';
  const isAlways = states.every((state) => always.includes(state));
  const sortSql = isAlways ? valueSql : `coalesce(${valueSql}, ${lasts[typeSql][direction]})`;
  return {
    fromSql: `v_pull_request as pull_request ${joinSql} ${grouped.joinSql}`,
    sortSql,
    groupSql,
    toBehindSql: (after, bindSql) => {
      const isHeldSql = isAlways ? heldSql : 'true';
      if (after === undefined) return isHeldSql;
      const afterGroupSql = bindSql(after.group, 'text');
      const keySql = `(${sortSql}, pull_request.repository_id, pull_request.number)`;
      const cursorSql = `(
        ${bindSql(after.sort, 'text')}::${typeSql},
        ${bindSql(after.repositoryId, 'bigint')},
        ${bindSql(after.number, 'integer')})`;
      return `${isHeldSql} and (${groupSql} > ${afterGroupSql}
        or ${groupSql} = ${afterGroupSql} and ${keySql} ${isDescending ? '<' : '>'} ${cursorSql})`;
    },
    orderSql: `group_value, sort_value ${direction}, pull_request.repository_id ${direction}, pull_request.number ${direction}`,
    pageOrderSql: `page.group_value, page.sort_value ${direction}, page.repository_id ${direction}, page.number ${direction}`,
  };
}
