import type { RepositorySync } from '@throughline/contract';
import { toRelative } from '../text/moment-words.ts';
import { toNumber, toShare } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { type TextColumn, toTable } from '../text/table.ts';
import { toLeastWhole } from './data-words.ts';

/** A line for each repository, in the order given. */
export const toRepositoryLines = (
  repositories: readonly RepositorySync[],
  now: Date,
  width: number | undefined,
): readonly string[] => toTable(repositories, toColumns(now), width);

const toColumns = (now: Date): readonly TextColumn<RepositorySync>[] => [
  { head: 'Repository', isElastic: true, cell: ({ fullName }) => toPlain(fullName) },
  { head: 'Pull requests', isNumber: true, cell: toHeld },
  { head: 'Data', isSpare: true, cell: ({ data }) => toLeastWhole(data) },
  {
    head: 'Last read',
    isSpare: true,
    cell: ({ readAt }) => (readAt === undefined ? 'not yet' : toRelative(readAt, now)),
  },
  { head: 'State', isElastic: true, cell: toState },
];

function toHeld({ total, held, state }: RepositorySync): string {
  if (total === undefined) return held === 0 ? 'not counted yet' : `at least ${toNumber(held)}`;
  if (total === 0) return 'none on GitHub';
  if (held >= total && state === 'complete') return toNumber(total);
  return `${toNumber(held)} of ${toNumber(total)}, ${toShare(held, total)}`;
}

function toState({ state, failure, wait, quarantined }: RepositorySync): string {
  const told = failure?.text ?? wait?.text;
  const leftOut = quarantined === 0 ? '' : `, ${toNumber(quarantined)} unreadable`;
  const words = `${state === 'failed' ? 'can’t be read' : state}${leftOut}`;
  return told === undefined ? words : `${words}: ${toPlain(told)}`;
}
