import type { AttentionRow, WorkRow } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import { loadPersonAttention, toToday } from '../reports/index.ts';
import type { VisibleRepositories } from '../visibility/index.ts';

export interface WaitingPart {
  readonly rows: readonly WorkRow[];
  readonly total: number;
}

/** What waits for a person, and what of theirs waits for others: the same source as Home and the pull request. */
export interface WaitingParts {
  readonly forThem: WaitingPart;
  readonly forOthers: WaitingPart;
}

interface Asked {
  readonly personId: number;
  /** Absent where the reader is that person. */
  readonly name: string | undefined;
  readonly now: Date;
  readonly zone: string;
  readonly limit: number;
}

/** The first `limit` rows of both, and how many there are. */
export async function loadWaiting(
  sql: Sql,
  visible: VisibleRepositories,
  { zone, ...asked }: Asked,
): Promise<WaitingParts> {
  const { on } = toToday(asked.now, zone);
  const { forThem, forOthers } = await loadPersonAttention(sql, visible, { ...asked, on });
  return { forThem: toPart(forThem), forOthers: toPart(forOthers) };
}

const toPart = ({
  rows,
  total,
}: {
  readonly rows: readonly AttentionRow[];
  readonly total: number;
}): WaitingPart => ({ rows: rows.map(toWorkRow), total });

const toWorkRow = ({
  repository,
  number,
  title,
  url,
  path,
  author,
  sinceAt,
  sentence,
}: AttentionRow): WorkRow => ({
  repository,
  number,
  title,
  ...(url === undefined ? {} : { url }),
  path,
  author,
  at: sinceAt,
  note: sentence,
});
