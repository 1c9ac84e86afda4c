import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { writeLog } from '../sync-log.sql.ts';
import { type Advance, advanceSync, beginRead, isIncrementalDue } from './advance-sync.ts';
import type { AnswerMemory, KeptAnswers } from './answer-memory.ts';
import { withFurtherTries } from './further-tries.client.ts';
import { handleFailure } from './handle-failure.client.ts';
import { toLackingText, toMilestoneEntry } from './milestone-entry.ts';
import { addProgress } from './progress.sql.ts';
import { resolvePlaced } from './quarantine.sql.ts';
import { toLane } from './read-lane.ts';
import { type FetchedPage, fetchPage, isGivingUp } from './read-page.client.ts';
import { readWaitingFiles } from './read-waiting-files.client.ts';
import { createRememberingClient, type RememberingClient } from './remembering-client.ts';
import { findReading, isReadOn, type Reading, saveReading } from './repository-sync.sql.ts';
import { dropStaged, endRestStreams } from './rest-stream.sql.ts';
import type { Step } from './step.ts';
import { minuteMs, type SyncState } from './sync-state.ts';
import { toUnreadable } from './to-unreadable.ts';
import { writeRead } from './write-read.sql.ts';

export interface PageTurn {
  readonly repositoryId: number;
  /** Somebody asked: look for what is new although it is not due. */
  readonly isForced: boolean;
  readonly signal: AbortSignal;
}

/**
 * Reads and writes one page of a repository's pull requests. The cursor commits with the rows it covers: killed at any
 * point, nothing is lost and at most this page is read again.
 */
export async function readNextPage(deps: ReadingDependencies, turn: PageTurn): Promise<Step> {
  const reading = await findReading(deps.database, turn.repositoryId);
  if (reading === undefined) return { kind: 'parked' };
  try {
    return await turnPage(deps, reading, turn);
  } catch (thrown) {
    if (isReadOn(thrown)) return { kind: 'done' };
    if (!turn.signal.aborted && (await isParked(deps, turn))) return { kind: 'parked' };
    throw thrown;
  }
}

/** Paused or removed while GitHub was asked: then it is no failure that there is nowhere to write to. */
const isParked = async ({ database }: ReadingDependencies, { repositoryId }: PageTurn): Promise<boolean> =>
  (await findReading(database, repositoryId)) === undefined;

async function turnPage(deps: ReadingDependencies, reading: Reading, turn: PageTurn): Promise<Step> {
  const startedAt = deps.clock.now();
  const state = beginRead(reading.state);
  if (!turn.isForced && isInStep(state, startedAt)) return { kind: 'done' };
  let credentialId: number | undefined;
  let remembering: RememberingClient | undefined;
  try {
    const opened = await deps.clients.forConnection(
      reading.connectionId,
      toLane(state),
      turn.signal,
      'chosen',
    );
    const freshClient = withFurtherTries(opened.client, deps.clock, turn.signal);
    credentialId = opened.connection.credentialId;
    const { signal } = turn;
    const giveUp = isGivingUp(state);
    if (await readWaitingFiles(deps, reading, { client: freshClient, giveUp, isLast: false, signal }))
      return { kind: 'again' };
    const answers = openAnswers(deps.answers, turn, { state, now: startedAt });
    remembering = createRememberingClient(freshClient, answers);
    const { client } = remembering;
    const page = await fetchPage(deps, { client, freshClient, signal }, { ...reading, state });
    const advance = await commitPage(deps, { reading, state, askedAt: answers.askedAt }, page);
    deps.answers.forget(toPage(turn));
    return toStep(advance);
  } catch (thrown) {
    remembering?.doubtLast();
    if (isReadOn(thrown) || turn.signal.aborted) throw thrown;
    if (thrown instanceof AppError && (await isParked(deps, turn))) throw thrown;
    return handleFailure(deps, { reading, state, thrown, startedAt, credentialId, signal: turn.signal });
  }
}

interface Opening {
  readonly state: SyncState;
  readonly now: Date;
}

/** A wait for quota is an hour at most: what was answered before that of history, which changes little, still serves. */
const keptMs = { incremental: 10 * minuteMs, recent: 70 * minuteMs, history: 70 * minuteMs } as const;

/** What this page was answered so far; nothing of it when somebody wants to know what is new now. */
function openAnswers(memory: AnswerMemory, turn: PageTurn, { state, now }: Opening): KeptAnswers {
  const { phase, cursor, pageSize } = state;
  const of = toPage(turn);
  if (turn.isForced && phase === 'incremental') memory.forget(of);
  const sinceAt = new Date(now.getTime() - keptMs[phase]);
  return memory.open({ of, place: JSON.stringify([phase, cursor, pageSize]) }, { now, sinceAt });
}

const toPage = ({ repositoryId }: PageTurn): string => `page of repository ${repositoryId}`;

const isInStep = (state: SyncState, now: Date): boolean =>
  state.phase === 'incremental' && state.cursor === undefined && !isIncrementalDue(state, now);

const toStep = ({ isDone }: Advance): Step => ({ kind: isDone ? 'done' : 'again' });

interface Asked {
  readonly reading: Reading;
  readonly state: SyncState;
  /** What changes after that is not in the page. */
  readonly askedAt: Date;
}

async function commitPage(
  { database, secretBox }: ReadingDependencies,
  { reading, state, askedAt }: Asked,
  page: FetchedPage,
): Promise<Advance> {
  return database.transaction(async (tx) => {
    const result = await writeRead(tx, secretBox, {
      repositoryId: reading.repositoryId,
      hostId: reading.hostId,
      pullRequests: page.pullRequests,
      unreadable: page.unreadable.map((entry) => toUnreadable(entry, state.cursor)),
      observedAt: page.observedAt,
      decided: new Set(),
    });
    const advance = advanceSync(state, { ...page.way, added: result.added.length }, askedAt);
    await saveReading(tx, reading, advance.state);
    await forgetStaged(tx, reading.repositoryId, page, advance);
    if (advance.isDone) await resolvePlaced(tx, reading.repositoryId);
    const entry = toMilestoneEntry(reading.fullName, advance, result.changed.length + result.added.length);
    const { connectionId, repositoryId } = reading;
    if (entry !== undefined) await writeLog(tx, { connectionId, repositoryId, ...entry });
    if (state.startedAt === undefined && page.lacking.length > 0) {
      await writeLog(tx, { connectionId, kind: 'progress', text: toLackingText(page.lacking) });
    }
    await addProgress(tx, connectionId, {
      pullRequests: page.pullRequests.length,
      added: result.added.length,
      changed: result.changed.length,
    });
    return advance;
  });
}

/** What was staged of these pull requests is written now; of a repository read whole nothing is staged any more. */
async function forgetStaged(
  tx: Sql,
  repositoryId: number,
  page: FetchedPage,
  { milestone }: Advance,
): Promise<void> {
  if (milestone === 'complete') return endRestStreams(tx, [repositoryId]);
  const numbers = page.pullRequests.map(({ record }) => record.number);
  await dropStaged(tx, repositoryId, numbers);
}
