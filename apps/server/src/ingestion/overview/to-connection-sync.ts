import type { ConnectionSummary, ConnectionSync, DataHeld } from '@throughline/contract';
import type { BucketUse } from '../../github-access/index.ts';
import { minuteMs, type SyncWait } from '../reading/sync-state.ts';
import type { ConnectionRow } from './connection-row.ts';
import { toConnectionSentence, toPercent } from './connection-sentence.ts';
import { type Eta, estimateEta, type QuotaOutlook } from './estimate-eta.ts';
import { type HistoryEdge, toGoingBackText } from './going-back-text.ts';
import type { ConnectionStanding } from './sync-words.ts';
import { toWaitText } from './wait-text.ts';

/** A connection that is not ending. */
export type ReadConnection = ConnectionSummary & {
  readonly state: Exclude<ConnectionSummary['state'], 'disconnecting'>;
};

/** Everything known of a connection and its reading. */
export interface ConnectionReading {
  readonly connection: ReadConnection;
  readonly row: ConnectionRow;
  readonly buckets: readonly BucketUse[];
  /** Of what is read of pull requests; they themselves are counted in `row`. */
  readonly data: readonly DataHeld[];
  readonly now: Date;
  /** Of the workspace. */
  readonly zone: string;
}

/** Kept for people who wait, as a share of the limit. */
const keptShare = 0.1;
/** Kept from reading history, as a share of the limit. */
const keptFromHistory = 0.15;

/** A connection as the sync page shows it. */
export function toConnectionSync(reading: ConnectionReading): ConnectionSync {
  const { connection, row, buckets, data, now, zone } = reading;
  const eta = findEta(reading);
  return {
    connection,
    sentence: toSentence(reading, eta),
    repositories: row.repositories,
    repositoriesComplete: row.repositoriesComplete,
    held: row.held,
    isRecentComplete: row.isRecentComplete,
    data: [toPullRequestsHeld(row), ...data],
    lately: { added: row.added, changed: row.changed, setAside: row.setAside },
    quota: buckets.map(toQuotaUse),
    ...(isCounted(row) && row.total !== undefined && { total: row.total }),
    ...(row.lately > 0 && !isAllHere(row) && { perMinute: Math.round(row.lately / row.latelyMinutes) }),
    ...(eta && { eta }),
    ...(connection.state === 'active' && toDoing(row, now, zone)),
    ...(row.lastSuccessAt && { lastSuccessAt: row.lastSuccessAt.toISOString() }),
  };
}

function toPullRequestsHeld(row: ConnectionRow): DataHeld {
  const { held, total } = row;
  const isKnown = isCounted(row) && total !== undefined;
  return { kind: 'pull-requests', held, ...(isKnown && { percent: toPercent(held, total, held >= total) }) };
}

/** Whether nothing of its repositories is left to be read. */
const isAllHere = (row: ConnectionRow): boolean =>
  isCounted(row) && row.repositoriesComplete === row.repositories;

/** The same connection as the foot of the navigation needs it. */
export function toStanding({ connection, row, now }: ConnectionReading): ConnectionStanding {
  const wait = findWait(row, now);
  return {
    state: connection.state === 'active' ? toActiveState(isAllHere(row), wait) : connection.state,
    held: row.held,
    total: isCounted(row) ? row.total : undefined,
    waitUntilAt: wait?.untilAt,
    lastSuccessAt: row.lastSuccessAt,
  };
}

const toActiveState = (isComplete: boolean, wait: SyncWait | undefined): ConnectionStanding['state'] => {
  if (wait !== undefined) return 'waiting';
  return isComplete ? 'in-step' : 'reading';
};

const isCounted = (row: ConnectionRow): boolean => row.discoveredAt !== undefined;

/** A wait is told once nothing else of the connection is being read. */
function findWait(row: ConnectionRow, now: Date): SyncWait | undefined {
  const { discoveryWaitReason, discoveryWaitUntil, waitReason, waitUntil } = row;
  if (discoveryWaitReason !== undefined && discoveryWaitUntil !== undefined && discoveryWaitUntil > now) {
    return { reason: discoveryWaitReason, untilAt: discoveryWaitUntil };
  }
  const unfinished = row.repositories - row.repositoriesComplete;
  const isHeldUp = unfinished > 0 && row.repositoriesWaiting === unfinished;
  if (!isHeldUp || waitReason === undefined || waitUntil === undefined) return undefined;
  return { reason: waitReason, untilAt: waitUntil };
}

/** What it waits for, or else how far back it reads. */
function toDoing(row: ConnectionRow, now: Date, zone: string): Pick<ConnectionSync, 'wait' | 'goingBack'> {
  const wait = findWait(row, now);
  if (wait !== undefined) {
    return { wait: { text: toWaitText(wait, now, zone), until: wait.untilAt.toISOString() } };
  }
  const edge = findEdge(row);
  return edge === undefined ? {} : { goingBack: toGoingBackText(edge, zone) };
}

/** Told once the newest 30 days are here everywhere: until then, those are read. */
function findEdge({
  isRecentComplete,
  oldestReachedAt,
  newestReachedAt,
}: ConnectionRow): HistoryEdge | undefined {
  if (!isRecentComplete || oldestReachedAt === undefined || newestReachedAt === undefined) return undefined;
  return { oldestAt: oldestReachedAt, newestAt: newestReachedAt };
}

function findEta({ connection, row, buckets, now }: ConnectionReading): Eta | undefined {
  if (connection.state !== 'active' || !isCounted(row) || isAllHere(row) || row.total === undefined)
    return undefined;
  const graphql = buckets.find(({ resource }) => resource === 'graphql');
  const spent = graphql?.spent.backfill ?? 0;
  return estimateEta({
    remaining: row.total - row.held,
    perMinute: toEach(row.thisHour, row.busyMinutes),
    pointsEach: toEach(spent, row.thisHour),
    quota: graphql && toOutlook(graphql, now),
  });
}

/** Undefined where nothing is known to tell it by. */
const toEach = (amount: number, count: number): number | undefined =>
  amount === 0 || count === 0 ? undefined : amount / count;

function toOutlook({ limit, remaining, resetAt }: BucketUse, now: Date): QuotaOutlook | undefined {
  if (limit === undefined || remaining === undefined || resetAt === undefined) return undefined;
  const kept = limit * keptFromHistory;
  return {
    pointsLeft: Math.max(0, remaining - kept),
    pointsAnHour: limit - kept,
    minutesToReset: Math.max(0, (resetAt.getTime() - now.getTime()) / minuteMs),
  };
}

const toSentence = ({ connection, row }: ConnectionReading, eta: Eta | undefined): string =>
  toConnectionSentence({
    organisation: connection.organisation,
    attention: connection.attention?.text,
    isPaused: connection.state === 'paused',
    isDiscovered: isCounted(row),
    discoveryFailure: row.discoveryFailure,
    repositories: row.repositories,
    repositoriesComplete: row.repositoriesComplete,
    repositoriesFailed: row.repositoriesFailed,
    total: row.total,
    held: row.held,
    eta,
  });

const toQuotaUse = ({
  resource,
  limit,
  remaining,
  resetAt,
  spent,
}: BucketUse): ConnectionSync['quota'][number] => ({
  resource,
  ...(limit === undefined ? {} : { limit }),
  ...(remaining === undefined ? {} : { remaining }),
  ...(resetAt === undefined ? {} : { resetAt: resetAt.toISOString() }),
  spent: { ...spent },
  keptFree: Math.ceil((limit ?? 0) * keptShare),
});
