import { type PullState, pullStates } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import {
  type AskedPulls,
  shownStateSql,
  toMatchingSql,
  toMatchingValues,
  toStateAsked,
} from './pull-matching.sql.ts';

export interface PullCounts {
  /** What the list itself has. */
  readonly total: number;
  /** What it would have in each state instead of its own. */
  readonly states: Readonly<Record<PullState, number>>;
}

/**
 * How many pull requests match. A period is about another event in each state, so with one the states are counted one by
 * one; without, all are counted at once.
 */
export async function countPulls(sql: Sql, asked: AskedPulls): Promise<PullCounts> {
  const { states, period } = asked.filter;
  if (period === undefined) {
    const counted = await countByState(sql, toStateAsked(asked, undefined));
    return { total: sum(counted, states ?? pullStates), states: counted };
  }
  const [own, ...each] = await Promise.all([
    countByState(sql, asked),
    ...pullStates.map((state) => countByState(sql, toStateAsked(asked, [state]))),
  ]);
  const [open, draft, merged, closed] = pullStates.map((state, place) => each[place]?.[state] ?? 0);
  return {
    total: own === undefined ? 0 : sum(own, pullStates),
    states: { open: open ?? 0, draft: draft ?? 0, merged: merged ?? 0, closed: closed ?? 0 },
  };
}

/** How many match as they are asked for. */
export async function countPullTotal(sql: Sql, asked: AskedPulls): Promise<number> {
  return sum(await countByState(sql, asked), pullStates);
}

async function countByState(sql: Sql, asked: AskedPulls): Promise<Readonly<Record<PullState, number>>> {
  const rows = await sql.query<{ state: PullState; count: number }>(
    `select ${shownStateSql} as state, count(*)::integer as count
     from v_pull_request as pull_request
     where ${toMatchingSql(asked)}
     group by 1`,
    toMatchingValues(asked),
  );
  const count = (state: PullState): number => rows.find((row) => row.state === state)?.count ?? 0;
  return { open: count('open'), draft: count('draft'), merged: count('merged'), closed: count('closed') };
}

const sum = (counts: Readonly<Record<PullState, number>>, states: readonly PullState[]): number =>
  states.reduce((total, state) => total + counts[state], 0);
