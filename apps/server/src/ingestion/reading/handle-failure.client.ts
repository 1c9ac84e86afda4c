import { GitHubFailure, peekPullRequests, QuotaWait } from '@throughline/github';
import { markNeedsAttention, toAppError, toErrorCode } from '../../github-access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { discoverQueue } from '../queues.ts';
import { writeLog } from '../sync-log.sql.ts';
import { advanceSync } from './advance-sync.ts';
import { type FailureVerdict, isNotOfPage, judgeFailure } from './judge-failure.ts';
import { toPlaceKey } from './place.ts';
import { quarantine, type Unreadable } from './quarantine.sql.ts';
import { toLane } from './read-lane.ts';
import { type Reading, saveReading } from './repository-sync.sql.ts';
import type { Step } from './step.ts';
import { type SyncFailure, type SyncState, type SyncWait } from './sync-state.ts';

export interface FailedTurn {
  readonly reading: Reading;
  /** The state that was being read from. */
  readonly state: SyncState;
  readonly thrown: unknown;
  readonly startedAt: Date;
  /** With what GitHub was asked; undefined when it was not asked. */
  readonly credentialId: number | undefined;
  readonly signal: AbortSignal;
}

/** Does what a failed page calls for and says when to go on. Rejects with what was no failure of GitHub's. */
export async function handleFailure(deps: ReadingDependencies, turn: FailedTurn): Promise<Step> {
  const now = deps.clock.now();
  if (isDefect(turn.thrown)) {
    deps.logger.error(
      { err: turn.thrown, repository: turn.reading.repositoryId },
      'A page could not be stored',
    );
  }
  const verdict = judgeFailure(turn.thrown, {
    state: turn.state,
    key: turn.reading.fullName,
    tookMs: now.getTime() - turn.startedAt.getTime(),
    now,
  });
  switch (verdict?.kind) {
    case 'wait':
      return park(deps, turn, verdict.wait);
    case 'attention':
      return callForAttention(deps, turn);
    case 'go-past':
      return goPast(deps, turn, verdict);
    case 'hidden':
      return lookForRepository(deps, turn, verdict);
    case 'again':
      return tryAgain(deps, turn, verdict);
    case undefined:
      throw turn.thrown;
  }
}

/** A wait is no failure. What a sweep finds new meanwhile is read beside it, and has a larger share of the quota. */
async function park(
  { database }: ReadingDependencies,
  { reading, state }: FailedTurn,
  wait: SyncWait,
): Promise<Step> {
  await database.transaction((tx) => saveReading(tx, reading, { ...state, wait }));
  return { kind: 'later', at: wait.untilAt };
}

async function callForAttention(
  { database }: ReadingDependencies,
  { reading, thrown, credentialId }: FailedTurn,
): Promise<Step> {
  const { connectionId } = reading;
  const failure = getGitHubFailure(thrown);
  const why = { code: toErrorCode(failure), text: failure.message, link: failure.ssoUrl };
  return database.transaction(async (tx): Promise<Step> => {
    const isMarked = await markNeedsAttention(tx, connectionId, why, credentialId);
    if (!isMarked) return { kind: 'again' };
    await writeLog(tx, { connectionId, kind: 'failed', text: failure.message });
    return { kind: 'parked' };
  });
}

async function lookForRepository(
  { database, jobs }: ReadingDependencies,
  { reading, state, thrown }: FailedTurn,
  { count, untilAt }: Extract<FailureVerdict, { kind: 'hidden' }>,
): Promise<Step> {
  const { connectionId } = reading;
  await database.transaction(async (tx) => {
    await saveReading(tx, reading, fail(state, toFailure(thrown, count), untilAt));
    await jobs.enqueue(
      tx,
      discoverQueue,
      { connectionId, isForced: false },
      { singletonKey: String(connectionId) },
    );
  });
  return { kind: 'later', at: untilAt };
}

interface Retry {
  readonly count: number;
  readonly untilAt: Date;
  readonly pageSize?: number;
  readonly isFromTop?: boolean;
}

/** Told once, when it begins to last. */
const tellAtCount = 3;

async function tryAgain(
  { database }: ReadingDependencies,
  { reading, state, thrown }: FailedTurn,
  verdict: Retry,
): Promise<Step> {
  const { count, untilAt, pageSize = state.pageSize, isFromTop = false } = verdict;
  const failure = toFailure(thrown, count);
  await database.transaction(async (tx) => {
    const tooLarge = pageSize < state.pageSize ? { size: state.pageSize, pages: 0 } : state.tooLarge;
    const smaller = { ...state, pageSize, tooLarge, cursor: isFromTop ? undefined : state.cursor };
    await saveReading(tx, reading, fail(smaller, failure, untilAt));
    if (count === tellAtCount) {
      const { connectionId, repositoryId } = reading;
      const text = `${reading.fullName} could not be read ${count} times in a row. ${failure.text}`;
      await writeLog(tx, { connectionId, repositoryId, kind: 'failed', text });
    }
  });
  return { kind: 'later', at: untilAt };
}

/**
 * Keeps apart the one pull request that GitHub cannot finish and goes on behind it. While GitHub answers nothing at all,
 * nothing is gone past.
 */
async function goPast(
  deps: ReadingDependencies,
  turn: FailedTurn,
  verdict: Extract<FailureVerdict, { kind: 'go-past' }>,
): Promise<Step> {
  const { reading, state, signal } = turn;
  try {
    const { client } = await deps.clients.forConnection(reading.connectionId, toLane(state), signal);
    const asked = { repositoryNodeId: reading.nodeId, pageSize: 1, after: state.cursor };
    return await keepApart(deps, turn, await peekPullRequests(client, asked));
  } catch (thrown) {
    if (thrown instanceof QuotaWait) return park(deps, turn, toWait(thrown));
    if (thrown instanceof GitHubFailure) return tryAgain(deps, turn, verdict);
    throw thrown;
  }
}

const toWait = ({ reason, untilAt }: QuotaWait): SyncWait => ({ reason, untilAt });

async function keepApart(
  { database, secretBox, clock }: ReadingDependencies,
  { reading, state, thrown }: FailedTurn,
  peek: Awaited<ReturnType<typeof peekPullRequests>>,
): Promise<Step> {
  const { connectionId, repositoryId, fullName } = reading;
  const { text } = toFailure(thrown, 0);
  const [skipped] = peek.pullRequests;
  const way = { after: peek.after, total: state.total ?? 0, added: 0, isQuick: false };
  const at = { newestAt: skipped?.updatedAt, oldestAt: skipped?.updatedAt };
  const advance = advanceSync(state, { ...way, ...at }, clock.now());
  await database.transaction(async (tx) => {
    if (skipped !== undefined) {
      const { number, nodeId } = skipped;
      const record = {
        key: String(number),
        nodeId,
        reason: isDefect(thrown) ? 'unreadable' : 'cut-off',
        detail: text,
        sample: undefined,
      } as const;
      await quarantine(tx, secretBox, repositoryId, [record]);
      const told = `${fullName}#${number} could not be read and is tried again every day. ${text}`;
      await writeLog(tx, { connectionId, repositoryId, kind: 'failed', text: told });
    } else if (peek.nameless > 0) {
      await quarantine(tx, secretBox, repositoryId, [toNameless(state.cursor, text)]);
    }
    await saveReading(tx, reading, advance.state);
  });
  return { kind: advance.isDone ? 'done' : 'again' };
}

/** Not even its number is told: it is known by its place. */
const toNameless = (cursor: string | undefined, detail: string): Unreadable => ({
  key: toPlaceKey(cursor, 0),
  nodeId: undefined,
  reason: 'unreadable',
  detail,
  sample: undefined,
});

const fail = (state: SyncState, failure: SyncFailure, untilAt: Date): SyncState => ({
  ...state,
  failure,
  wait: { reason: 'retry', untilAt },
});

function getGitHubFailure(thrown: unknown): GitHubFailure {
  if (thrown instanceof GitHubFailure) return thrown;
  throw thrown;
}

function toFailure(thrown: unknown, count: number): SyncFailure {
  const error = toAppError(thrown);
  if (error instanceof AppError && !isDefect(thrown)) return { code: error.code, text: error.message, count };
  return {
    code: 'internal',
    text: 'What GitHub sent could not be stored. This is a defect of Throughline: report it with the time of day.',
    count,
  };
}

/** Neither GitHub's trouble nor the database's. */
const isDefect = (thrown: unknown): boolean =>
  !(thrown instanceof GitHubFailure || thrown instanceof QuotaWait || isNotOfPage(thrown));
