import * as z from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import { defineQueue, type Jobs } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { AccountDependencies } from '../dependencies.ts';
import { findOrganisationOf, loadKeptConnections, loadTakenTeams, noteSteps } from './github-members.sql.ts';
import { readTeams, type TeamsRead } from './read-teams.client.ts';
import { stepTeams } from './step-teams.sql.ts';
import { loadToday } from './teams.sql.ts';

const hourMs = 3_600_000;

/** Looks, once an hour, which organisations have teams that follow GitHub's. It keeps itself going. */
const stepsQueue = defineQueue({
  name: 'people.plan-team-steps',
  payload: z.strictObject({}),
  policy: 'short',
  retryLimit: 1_000,
});

/** Reads one organisation's teams and lets those here follow. */
const stepQueue = defineQueue({
  name: 'people.step-teams',
  payload: z.strictObject({ connectionId: z.number().int().positive() }),
  policy: 'exclusive',
});

/** The queues of teams. */
export const teamQueues = [stepsQueue, stepQueue];

interface JobDependencies extends AccountDependencies {
  readonly jobs: Jobs;
  readonly clock: Clock;
}

/** Keeps teams in step with GitHub's: at the worker's start and each hour after, by whichever worker is free. */
export async function startTeamJobs(deps: JobDependencies): Promise<void> {
  const { database, jobs, clock } = deps;
  await jobs.work(stepsQueue, {}, async (_, job) => {
    await database.transaction(async (tx) => {
      for (const connectionId of await loadKeptConnections(tx)) await stepSoon(tx, jobs, connectionId);
      const startAfter = new Date(clock.now().getTime() + hourMs);
      await jobs.enqueue(tx, stepsQueue, {}, { startAfter, singletonKey: 'one' });
      await job.complete(tx);
    });
  });
  await jobs.work(stepQueue, {}, ({ connectionId }, job) => stepConnection(deps, connectionId, job.signal));
  await jobs.enqueue(database, stepsQueue, {}, { singletonKey: 'one' });
}

/** Lets a connection's teams follow GitHub's soon, such as after it was connected or repaired. */
export async function stepSoon(tx: Sql, jobs: Jobs, connectionId: number): Promise<void> {
  await jobs.enqueue(tx, stepQueue, { connectionId }, { singletonKey: String(connectionId) });
}

/** A look that fails changes nothing but what the teams say of it; the next one comes within the hour. */
async function stepConnection(
  deps: AccountDependencies,
  connectionId: number,
  signal: AbortSignal,
): Promise<void> {
  const { database } = deps;
  const organisationId = await findOrganisationOf(database, connectionId);
  const found = await attempt(() => readTeams(deps, connectionId, { lane: 'incremental', signal }));
  if (organisationId === undefined) return;
  await database.transaction(async (tx) => {
    const kept = (await loadTakenTeams(tx, organisationId)).filter(({ isKept }) => isKept);
    if (found instanceof AppError)
      await noteSteps(
        tx,
        kept.map(({ teamId }) => ({ teamId, problem: found.message })),
      );
    else await stepTeams(tx, { ...found, teams: kept, today: await loadToday(tx) });
  });
}

async function attempt(read: () => Promise<TeamsRead>): Promise<TeamsRead | AppError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
