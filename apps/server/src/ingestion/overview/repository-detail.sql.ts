import type { QuarantinedRecord, RepositorySyncDetail } from '@throughline/contract';
import type { Nullable, Sql } from '../../platform/sql/index.ts';
import { toGapWords } from '../completeness/gap-words.data.ts';
import { loadEntries, loadGaps } from '../completeness/gaps.sql.ts';
import { loadRepositoryLog } from '../sync-log.sql.ts';
import { loadRepositoryList, type Telling } from './repository-list.sql.ts';

export interface RepositoryAsked {
  readonly connectionId: number;
  readonly repositoryId: number;
}

/** What is here of a repository, what is missing and why; undefined when the connection reads no such repository. */
export async function loadRepositoryDetail(
  sql: Sql,
  { connectionId, repositoryId }: RepositoryAsked,
  telling: Telling,
): Promise<RepositorySyncDetail | undefined> {
  const asked = { connectionId, repositoryIds: [repositoryId] };
  const [repository] = await loadRepositoryList(sql, asked, telling);
  if (repository === undefined) return undefined;
  const toUrl = (number: number): string | undefined =>
    repository.url === undefined ? undefined : `${repository.url}/pull/${number}`;
  const [milestones, entries, gaps, quarantinedRecords, log] = await Promise.all([
    loadMilestones(sql, repositoryId),
    loadEntries(sql, repositoryId),
    loadGaps(sql, repositoryId, toUrl),
    loadQuarantined(sql, repositoryId, toUrl),
    loadRepositoryLog(sql, repositoryId),
  ]);
  // What is switched off is hidden, and no more missing than it is here.
  const off = new Set<string>(repository.data.flatMap(({ kind, isOff }) => (isOff === true ? [kind] : [])));
  return {
    ...repository,
    ...milestones,
    entries: entries.filter(({ kind }) => !off.has(kind)),
    gaps: gaps.filter(({ kind }) => !off.has(kind)),
    quarantinedRecords,
    log: [...log],
  };
}

interface MilestoneRow {
  readonly startedAt: Date | undefined;
  readonly recentCompletedAt: Date | undefined;
  readonly completedAt: Date | undefined;
  readonly reachedAt: Date | undefined;
  readonly countedAt: Date | undefined;
}

type Milestones = Pick<RepositorySyncDetail, keyof MilestoneRow>;

async function loadMilestones(sql: Sql, repositoryId: number): Promise<Milestones> {
  const [row] = await sql.query<Nullable<MilestoneRow>>(
    `select
       repository_sync.started_at as "startedAt",
       repository_sync.recent_completed_at as "recentCompletedAt",
       repository_sync.completed_at as "completedAt",
       repository_sync.reached_at as "reachedAt",
       completeness_count.counted_at as "countedAt"
     from repository_sync
     left join completeness_count on completeness_count.repository_id = repository_sync.repository_id
     where repository_sync.repository_id = $1::bigint
       and repository_sync.data = 'pull-requests'`,
    [repositoryId],
  );
  const known = Object.entries(row ?? {}).filter((entry): entry is [string, Date] => entry[1] !== null);
  return Object.fromEntries(known.map(([name, at]) => [name, at.toISOString()]));
}

interface QuarantinedRow {
  readonly key: string;
  readonly reason: string;
  readonly detail: string;
  readonly quarantinedAt: Date;
  readonly triedAt: Date;
}

const mostRecords = 100;

async function loadQuarantined(
  sql: Sql,
  repositoryId: number,
  toUrl: (number: number) => string | undefined,
): Promise<QuarantinedRecord[]> {
  const rows = await sql.query<QuarantinedRow & Record<string, unknown>>(
    `select
       key,
       reason,
       detail,
       quarantined_at as "quarantinedAt",
       tried_at as "triedAt"
     from quarantined_record
     where repository_id = $1::bigint
       and resolved_at is null
     order by quarantined_at desc, quarantined_record_id desc
     limit $2::integer`,
    [repositoryId, mostRecords],
  );
  return rows.map(({ key, reason, detail, quarantinedAt, triedAt }) => {
    const url = /^\d+$/.test(key) ? toUrl(Number(key)) : undefined;
    return {
      key,
      text: toGapWords(reason).text,
      detail,
      quarantinedAt: quarantinedAt.toISOString(),
      triedAt: triedAt.toISOString(),
      ...(url !== undefined && { url }),
    };
  });
}
