import type { PullRequestRow } from '@throughline/contract';
import { toAccountName } from './account-name.ts';
import { toPullRequestKey } from './row-keys.ts';
import { stateWords } from './state-words.data.ts';

const groups: Readonly<Record<string, (row: PullRequestRow) => string>> = {
  repo: ({ repository }) => repository.fullName,
  author: ({ author }) => toAccountName(author),
  state: ({ state }) => stateWords[state],
};

/** What stands above rows that begin another group, by their keys. */
export const toHeadings = (
  rows: readonly PullRequestRow[],
  group: string | undefined,
): ReadonlyMap<string, string> => {
  const headings = new Map<string, string>();
  const toGroup = group === undefined ? undefined : groups[group];
  if (toGroup === undefined) return headings;
  let before: string | undefined;
  for (const row of rows) {
    const heading = toGroup(row);
    if (heading !== before) headings.set(toPullRequestKey(row), heading);
    before = heading;
  }
  return headings;
};
