import { stopAt } from '../ingestion/testing/stop-at.ts';
import type { StopPoint } from '../ingestion/testing/stop-points.data.ts';
import { checkoutFolder, parseConfiguration } from '../platform/configuration/index.ts';
import { openRoleContext, type StartRole } from '../role-context.ts';
import { startApi } from '../start-api.ts';
import { startWorker } from '../start-worker.ts';
import { apiStopPoints, databaseStopPoints } from './house-stop-points.data.ts';

// A role in a process of its own as `main.ts` runs it, for tests that pull the plug. Arguments: the role, the point at
// which it ends a process, and that process; its own unless given.
const [, , role = '', pointName = '', victim = String(process.pid)] = process.argv;
const starters: Readonly<Record<string, StartRole>> = { api: startApi, worker: startWorker };
const points: Readonly<Record<string, StopPoint>> = { ...apiStopPoints, ...databaseStopPoints };
const [start, point] = [starters[role], points[pointName]];
if (start === undefined || point === undefined || (role !== 'api' && role !== 'worker'))
  throw new Error(`There is no ${role} to stop at "${pointName}".`);

/** Goes on only when no process of a killed server is left that could still commit. */
const stop = (): void => {
  process.kill(Number(victim), 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
};
const configuration = parseConfiguration(process.env, checkoutFolder);
const context = await openRoleContext(role, configuration, configuration.databaseUrl ?? '');
const { address } = await start({ ...context, database: stopAt(context.database, point, stop) });
console.log(address === undefined ? `The ${role} runs.` : `The ${role} listens on ${address}`);
