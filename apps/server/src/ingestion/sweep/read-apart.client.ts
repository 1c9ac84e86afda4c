import { type GitHubClient, GitHubFailure, QuotaWait, sweepRepositories } from '@throughline/github';
import { needsAttention } from '../../github-access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import type { DueRecheck } from './due-rechecks.sql.ts';

/** As many as cost one point, whatever repositories they are in. */
export const atOnce = 29;

/** Of a group that fails, as many are asked for at once; of one of those that fails, one at a time. */
const afterwards = 5;

export interface Apart {
  readonly client: GitHubClient;
  /** The organisation that is asked for to learn whether GitHub answers at all. */
  readonly organisation: string;
  readonly signal: AbortSignal;
  readonly logger: Logger;
  readonly read: (group: readonly DueRecheck[]) => Promise<void>;
}

/**
 * Reads pull requests in one question; where that fails, in smaller ones down to one each, so that the one that fails alone
 * is gone past and the others are read. Rejects when it is not them: when GitHub answers nothing else either, or the token,
 * the quota or the database is the trouble.
 */
export async function readApart(apart: Apart, group: readonly DueRecheck[]): Promise<void> {
  try {
    await apart.read(group);
  } catch (thrown) {
    if (apart.signal.aborted || !isOfGroup(thrown)) throw thrown;
    if (group.length === 1) return goPast(apart, thrown, group[0]);
    for (const part of toGroups(group, group.length > afterwards ? afterwards : 1)) {
      await readApart(apart, part);
    }
  }
}

/** While GitHub answers nothing at all, nothing is gone past. */
async function goPast(
  { client, organisation, logger }: Apart,
  thrown: unknown,
  one: DueRecheck | undefined,
): Promise<void> {
  await sweepRepositories(client, { organisation, nodeIds: [] });
  const { repositoryId, number } = one ?? {};
  logger.warn({ err: thrown, repositoryId, number }, 'A pull request could not be looked at again by itself');
}

/** Whether the database is away or full: then nothing else goes on either. */
export const isOfDatabase = (thrown: unknown): boolean =>
  thrown instanceof AppError && (thrown.code === 'unavailable' || thrown.code === 'disk-full');

/** Whether it may be one of those asked for: one that is too much, or odd, or that we fail to read or to write. */
function isOfGroup(thrown: unknown): boolean {
  if (thrown instanceof QuotaWait || isOfDatabase(thrown)) return false;
  if (!(thrown instanceof GitHubFailure)) return true;
  return !needsAttention(thrown) && thrown.kind !== 'unreachable' && thrown.kind !== 'not-github';
}

export const toGroups = (due: readonly DueRecheck[], size: number): readonly (readonly DueRecheck[])[] =>
  Array.from({ length: Math.ceil(due.length / size) }, (_, at) => due.slice(at * size, (at + 1) * size));
