import type { GitHubClient } from '@throughline/github';
import { writeFiles } from '../../activity/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { toFilesFacts } from '../facts/to-files-facts.ts';
import { askAgain } from './look-again.sql.ts';
import { takeWaiting } from './plan-files.ts';
import { readFiles } from './read-files.client.ts';
import type { Reading } from './repository-sync.sql.ts';
import { loadWaitingFiles, saveFilesSize } from './waiting-files.sql.ts';

export interface FilesTurn {
  readonly client: GitHubClient;
  /** Mark what GitHub cannot finish, instead of rejecting. */
  readonly giveUp: boolean;
  /** Ask although the question would not be full. */
  readonly isLast: boolean;
  readonly signal: AbortSignal;
}

type Files = Pick<Reading, 'repositoryId' | 'hostId' | 'filesSize' | 'hasFiles'>;

/** A full question of usual ones, 100 at most, beside the long lists that wait for ten of their kind. */
const mostWaiting = 110;

/**
 * Reads files that were left for later, a full question at a time, since the number of pull requests in it costs nothing.
 * Each batch is kept by itself. Tells whether there was anything to ask: nothing, while files are switched off.
 */
export async function readWaitingFiles(
  deps: ReadingDependencies,
  { repositoryId, hostId, filesSize, hasFiles }: Files,
  { client, giveUp, isLast, signal }: FilesTurn,
): Promise<boolean> {
  if (!hasFiles) return false;
  const vain: number[] = [];
  let size = filesSize;
  for (let isAny = false; ; isAny = true) {
    signal.throwIfAborted();
    const waiting = await loadWaitingFiles(deps.database, repositoryId, {
      atMost: mostWaiting,
      butNot: vain,
    });
    const batch = takeWaiting(waiting, { size, isLast });
    if (batch.length === 0) return isAny;
    const read = await readFiles({ ...deps, client }, batch, { hostId, giveUp, size });
    size = read.size;
    await deps.database.transaction(async (tx) => {
      const files = batch.flatMap(({ number, nodeId }) => {
        const found = read.files.get(nodeId);
        return found === undefined ? [] : toFilesFacts(number, found);
      });
      const written = new Set(await writeFiles(tx, { repositoryId, files }));
      const missed = batch.map(({ number }) => number).filter((number) => !written.has(number));
      await askAgain(tx, repositoryId, missed);
      await saveFilesSize(tx, repositoryId, size);
      vain.push(...missed);
    });
  }
}
