import type { ReadData } from '@throughline/contract';
import type { Jobs } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { continueReading } from '../start-reading.sql.ts';
import { writeLog } from '../sync-log.sql.ts';

interface Switched {
  readonly data: ReadData;
  readonly isOn: boolean;
}

const words: Readonly<Record<ReadData, string>> = {
  'pull-requests': 'Pull requests',
  files: 'Files',
  members: 'Members and teams',
};

/**
 * Goes on reading data that were switched on, from where it was left; what is off, nobody asks for, for every reading looks
 * at the switches first.
 */
export async function applySwitch(
  tx: Sql,
  jobs: Jobs,
  connectionId: number,
  { data, isOn }: Switched,
): Promise<void> {
  const text = `${words[data]} were switched ${isOn ? 'on' : 'off'}`;
  await writeLog(tx, { connectionId, kind: isOn ? 'resumed' : 'paused', text });
  if (!isOn || data === 'members') return;
  if (data === 'files') await markChanged(tx, connectionId);
  await continueReading(tx, jobs, connectionId);
}

/** Repositories in step are looked at once more, which asks for the files that were left out meanwhile. */
const markChanged = (tx: Sql, connectionId: number): Promise<unknown> =>
  tx.query(
    `update repository_sync
     set changed_at = app_now()
     where connection_id = $1::bigint
       and data = 'pull-requests'
       and is_chosen`,
    [connectionId],
  );
