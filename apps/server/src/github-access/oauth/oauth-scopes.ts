import type { ReadData } from '@throughline/contract';

interface Wanted {
  readonly data: readonly ReadData[];
  /** Whether private repositories shall be read. */
  readonly readsPrivate: boolean;
}

/**
 * The least that an OAuth app asks for. Organisations are found, and members and teams read, by `read:org`. Public
 * repositories need no scope; for private ones GitHub has none that only reads: `repo` could also write.
 */
export function toScopes({ data, readsPrivate }: Wanted): readonly string[] {
  const readsRepositories = data.includes('pull-requests') || data.includes('files');
  return readsPrivate && readsRepositories ? ['read:org', 'repo'] : ['read:org'];
}
