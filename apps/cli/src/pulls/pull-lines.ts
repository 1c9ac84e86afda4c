import type { PullRequestRow } from '@throughline/contract';
import { toRelative } from '../text/moment-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { type TextColumn, toTable } from '../text/table.ts';

/** A line for each pull request, in the order given. */
export const toPullLines = (
  rows: readonly PullRequestRow[],
  now: Date,
  width: number | undefined,
): readonly string[] => toTable(rows, toColumns(now), width);

const toColumns = (now: Date): readonly TextColumn<PullRequestRow>[] => [
  {
    head: 'Pull request',
    isElastic: true,
    cell: ({ repository, number }) => `${toPlain(repository.fullName)} #${number}`,
  },
  { head: 'State', cell: ({ state }) => state },
  { head: 'Title', isElastic: true, cell: ({ title }) => toPlain(title) },
  { head: 'Author', isSpare: true, cell: ({ author }) => toPlain(author.person?.name ?? author.login) },
  {
    head: 'When',
    isSpare: true,
    isNumber: true,
    cell: ({ mergedAt, closedAt, createdAt }) => toRelative(mergedAt ?? closedAt ?? createdAt, now),
  },
];
