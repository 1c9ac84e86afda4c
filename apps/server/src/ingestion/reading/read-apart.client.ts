import { GitHubFailure, type GitHubFailureKind, QuotaWait } from '@throughline/github';
import { needsAttention } from '../../github-access/index.ts';
import { AppError } from '../../platform/errors/index.ts';

/** Of a group that fails, as many are asked for at once; of one of those that fails, the next; at last one at a time. */
const sizes = [30, 5, 1] as const;

export interface Apart<One> {
  readonly signal: AbortSignal;
  readonly read: (group: readonly One[]) => Promise<void>;
  /** Asks for something that costs little, to learn whether it is only them; rejects when it is not. */
  readonly askElse: () => Promise<unknown>;
  /** What is done about one that fails alone, while something else is answered. */
  readonly leave: (one: One, thrown: unknown) => Promise<void>;
}

/**
 * Reads a group by one question; where that fails, by smaller ones down to one each, so that what fails alone is left and
 * the others are read. Rejects when it is not them: when nothing else is answered either, or the token, the quota, the way
 * to GitHub or the database is the trouble.
 */
export async function readApart<One>(apart: Apart<One>, group: readonly One[]): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  try {
    await apart.read(group);
  } catch (thrown) {
    if (apart.signal.aborted || !isOfGroup(thrown)) throw thrown;
    if (group.length === 1) {
      await apart.askElse();
      return apart.leave(first, thrown);
    }
    const smaller = sizes.find((size) => size < group.length) ?? 1;
    for (const part of toGroups(group, smaller)) {
      await readApart(apart, part);
    }
  }
}

/** Whether the database is away or full: then nothing else goes on either. */
export const isOfDatabase = (thrown: unknown): boolean =>
  thrown instanceof AppError && (thrown.code === 'unavailable' || thrown.code === 'disk-full');

/** Failures that no smaller question avoids. */
const ofHost: ReadonlySet<GitHubFailureKind> = new Set<GitHubFailureKind>([
  'unreachable',
  'not-github',
  'redirect-refused',
  'schema-lacks-field',
]);

/** Whether it may be one of those asked for: one that is too much, or odd, or that we fail to read or to write. */
function isOfGroup(thrown: unknown): boolean {
  if (thrown instanceof QuotaWait || isOfDatabase(thrown)) return false;
  return !(thrown instanceof GitHubFailure && (needsAttention(thrown) || ofHost.has(thrown.kind)));
}

export const toGroups = <One>(all: readonly One[], size: number): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
