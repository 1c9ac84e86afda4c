import type { ConnectionSummary } from '@throughline/contract';
import {
  firstPageSize,
  GitHubFailure,
  QuotaWait,
  type RepositoryRecord,
  readOrganisationRepositories,
} from '@throughline/github';
import { type RepositoriesWritten, type RepositoryFacts, upsertRepositories } from '../../activity/index.ts';
import {
  clearAttention,
  findConnection,
  markNeedsAttention,
  needsAttention,
  type ReadCredential,
  toAppError,
  toErrorCode,
} from '../../github-access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { enqueueDueReadings, enqueueRetriesNow } from '../planning/due-readings.sql.ts';
import { discoverQueue } from '../queues.ts';
import { toBackOffMs } from '../reading/back-off.ts';
import { byDatabaseClock } from '../reading/database-clock.sql.ts';
import { toCount } from '../reading/milestone-entry.ts';
import { writeLog } from '../sync-log.sql.ts';
import { isChosen } from './choose-repositories.ts';
import {
  type DiscoveryOutcome,
  findChoice,
  loadDiscoveryFailures,
  loadKnownRepositories,
  saveDiscovery,
  saveFound,
} from './discovery.sql.ts';
import { judgeList } from './judge-list.ts';

export interface DiscoverPayload {
  readonly connectionId: number;
  /** Somebody asked, and accepts that much may be missing. */
  readonly isForced: boolean;
}

type OrganisationList = Awaited<ReturnType<typeof readOrganisationRepositories>>;

/** Lists the repositories of a connection's organisation, stores them, and begins to read those that are chosen. */
export async function discoverRepositories(
  given: ReadingDependencies,
  payload: DiscoverPayload,
  job: Job,
): Promise<void> {
  const deps = await byDatabaseClock(given);
  const { connectionId } = payload;
  const connection = await findConnection(deps.database, connectionId);
  const isReadable = connection !== undefined && isLooking[connection.state];
  if (!isReadable) return finish(deps, connectionId, { isDiscovered: false }, job);
  let credentialId: number | undefined;
  try {
    const lane = payload.isForced ? 'lookup' : 'incremental';
    const { client, connection: read } = await deps.clients.forConnection(connectionId, lane, job.signal);
    credentialId = read.credentialId;
    const ask = () => readOrganisationRepositories(client, read.organisation);
    const list = await ask();
    const contradicted = await store(deps, { read, list, ...payload, lookUps: new Set() });
    if (contradicted.length > 0) {
      await store(deps, { read, list: await ask(), ...payload, lookUps: new Set(contradicted) });
    }
    await finish(deps, connectionId, { isDiscovered: true, total: list.total }, job);
  } catch (thrown) {
    if (job.signal.aborted) throw thrown;
    const isGone = (await findConnection(deps.database, connectionId)) === undefined;
    const outcome = isGone
      ? { isDiscovered: false }
      : await judge(deps, { connectionId, credentialId, thrown });
    await finish(deps, connectionId, outcome, job);
  }
}

/** One that is paused, or ends, asks GitHub nothing; one that needs attention finds out whether its trouble is over. */
const isLooking: Readonly<Record<ConnectionSummary['state'], boolean>> = {
  active: true,
  'needs-attention': true,
  paused: false,
  disconnecting: false,
};

async function finish(
  { database, jobs }: ReadingDependencies,
  connectionId: number,
  outcome: DiscoveryOutcome,
  job: Job,
): Promise<void> {
  await database.transaction(async (tx) => {
    await job.complete(tx);
    if (outcome.isDiscovered && (await loadDiscoveryFailures(tx, connectionId)) > 0) {
      await enqueueRetriesNow(tx, jobs, connectionId);
    }
    await saveDiscovery(tx, connectionId, outcome);
    if (outcome.expectedAt === undefined) return;
    const options = { singletonKey: String(connectionId), startAfter: outcome.expectedAt };
    await jobs.enqueue(tx, discoverQueue, { connectionId, isForced: false }, options);
  });
}

interface Found extends DiscoverPayload {
  readonly read: ReadCredential;
  readonly list: OrganisationList;
  /** GitHub ids whose content this list decides. */
  readonly lookUps: ReadonlySet<number>;
}

/** Stores a list in one transaction. Returns the GitHub ids that were seen in two contents under one version. */
async function store({ database, jobs }: ReadingDependencies, found: Found): Promise<readonly number[]> {
  const { connectionId, read, list, isForced } = found;
  return database.transaction(async (tx) => {
    const known = await loadKnownRepositories(tx, read.organisationId);
    const shown = new Set(list.repositories.map(({ githubId }) => githubId));
    const verdict = judgeList({
      known: known.size,
      missing: [...known].filter((githubId) => !shown.has(githubId)).length,
      isWhole: list.isWhole,
      isConfirmed: isForced,
    });
    const written = await upsertRepositories(tx, {
      hostId: read.host.hostId,
      organisationId: read.organisationId,
      observedAt: list.observedAt,
      isWhole: verdict.kind === 'whole',
      repositories: list.repositories.map((record) => toFacts(record, found.lookUps)),
    });
    await saveChosen(tx, found, written);
    if (verdict.kind === 'suspicious') {
      await markNeedsAttention(tx, connectionId, { code: 'github-scope-missing', text: verdict.text });
      await writeLog(tx, { connectionId, kind: 'failed', text: verdict.text });
    } else {
      await clearAttention(tx, connectionId);
    }
    await enqueueDueReadings(tx, jobs, { connectionId });
    return written.contradicted;
  });
}

const toFacts = (record: RepositoryRecord, lookUps: ReadonlySet<number>): RepositoryFacts => ({
  githubId: record.githubId,
  nodeId: record.nodeId,
  ownerLogin: record.owner,
  name: record.name,
  visibility: record.visibility,
  isArchived: record.isArchived,
  isFork: record.isFork,
  defaultBranch: record.defaultBranch,
  pushedAt: record.pushedAt,
  version: record.updatedAt,
  isLookup: lookUps.has(record.githubId),
});

async function saveChosen(
  tx: Sql,
  { connectionId, list }: Found,
  { ids, gone }: RepositoriesWritten,
): Promise<void> {
  const choice = await findChoice(tx, connectionId);
  if (choice === undefined) return;
  const found = list.repositories.flatMap((record) => {
    const repositoryId = ids.get(record.githubId);
    const total = record.pullRequestTotal;
    return repositoryId === undefined
      ? []
      : [{ repositoryId, isChosen: isChosen(choice, record), total, pageSize: firstPageSize }];
  });
  const added = await saveFound(tx, connectionId, found);
  if (added > 0) {
    const text = `${toCount(added, 'repository').replace('repositorys', 'repositories')} to read`;
    await writeLog(tx, { connectionId, kind: 'progress', text });
  }
  if (gone.length > 0) {
    const text = `${gone.length} no longer shown by GitHub: what was read of them is kept`;
    await writeLog(tx, { connectionId, kind: 'progress', text });
  }
}

interface FailedDiscovery {
  readonly connectionId: number;
  /** With what GitHub was asked; undefined when it was not asked. */
  readonly credentialId: number | undefined;
  readonly thrown: unknown;
}

async function judge(
  { database, clock }: ReadingDependencies,
  { connectionId, credentialId, thrown }: FailedDiscovery,
): Promise<DiscoveryOutcome> {
  if (thrown instanceof QuotaWait) {
    const wait = { reason: thrown.reason, untilAt: thrown.untilAt };
    return { isDiscovered: false, wait, expectedAt: thrown.untilAt };
  }
  if (!(thrown instanceof GitHubFailure)) throw thrown;
  const error = toAppError(thrown);
  if (!(error instanceof AppError)) throw thrown;
  const count = (await loadDiscoveryFailures(database, connectionId)) + 1;
  const failure = { code: error.code, text: error.message, count };
  if (needsAttention(thrown) || thrown.kind === 'gone') {
    const why = { code: toErrorCode(thrown), text: thrown.message, link: thrown.ssoUrl };
    const isMarked = await database.transaction(async (tx) => {
      const isHeld = await markNeedsAttention(tx, connectionId, why, credentialId);
      if (isHeld) await writeLog(tx, { connectionId, kind: 'failed', text: why.text });
      return isHeld;
    });
    return isMarked ? { isDiscovered: false, failure } : { isDiscovered: false, expectedAt: clock.now() };
  }
  const untilAt = new Date(clock.now().getTime() + toBackOffMs(count, `connection ${connectionId}`));
  return { isDiscovered: false, failure, wait: { reason: 'retry', untilAt }, expectedAt: untilAt };
}
