import { toClock } from '../text/moment-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { toTable } from '../text/table.ts';
import type { LogEntry } from './load-status.ts';

/** The newest entries, newest first. */
export const toLogLines = (
  log: readonly LogEntry[],
  now: Date,
  width: number | undefined,
): readonly string[] =>
  toTable(
    log,
    [
      { head: 'Lately', cell: ({ at }) => toClock(at, now) },
      { head: '', isElastic: true, isSpare: true, cell: ({ repository = '' }) => toPlain(repository) },
      { head: '', isElastic: true, cell: ({ text }) => toPlain(text) },
    ],
    width,
  );
