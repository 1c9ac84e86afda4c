import type { RepositoryReading } from '@throughline/contract';

/** How the reading of a repository goes, as administrators are told. */
export const readingWords: Readonly<Record<RepositoryReading, string>> = {
  complete: 'complete',
  reading: 'being read',
  waiting: 'waiting for its turn',
  failed: 'could not be read to its end',
  paused: 'paused',
  'not-read': 'not read',
  'switched-off': 'pull requests are switched off',
  ended: 'no longer read: disconnected',
};
