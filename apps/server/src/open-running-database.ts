import { keepDatabase } from './keep-database.ts';
import type { Configuration } from './platform/configuration/index.ts';
import { AppError } from './platform/errors/index.ts';
import { startEmbeddedPostgres } from './platform/sql/index.ts';

/** A database for a command beside the program; disposing of it ends what was started for it. */
interface RunningDatabase extends AsyncDisposable {
  readonly url: string;
}

/** The database of the configuration. The embedded one is used as it runs, or started for as long as it is needed. */
export async function openRunningDatabase({
  databaseUrl,
  dataDirectory,
}: Configuration): Promise<RunningDatabase> {
  if (databaseUrl !== undefined) return leaveRunning(databaseUrl);
  try {
    const kept = await keepDatabase({ dataDirectory, onMoved: () => undefined });
    return { url: kept.url(), [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose]() };
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'instance-running')) throw error;
    // Found running, it is adopted and not ended.
    return leaveRunning((await startEmbeddedPostgres({ dataDirectory })).url);
  }
}

const leaveRunning = (url: string): RunningDatabase => ({
  url,
  [Symbol.asyncDispose]: () => Promise.resolve(),
});
