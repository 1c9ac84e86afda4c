import type { NewLogEntry } from '../sync-log.sql.ts';
import type { Advance } from './advance-sync.ts';

/** What the log says of a page that reached something; undefined when there is nothing to say. */
export function toMilestoneEntry(
  fullName: string,
  { milestone, state }: Advance,
  changed: number,
): Pick<NewLogEntry, 'kind' | 'text'> | undefined {
  const total = toCount(state.total ?? state.held, 'pull request');
  switch (milestone) {
    case 'started':
      return { kind: 'started', text: `Reading ${fullName}: ${total}, newest first` };
    case 'recent-complete':
      return { kind: 'progress', text: `The newest 30 days of ${fullName} are here; older ones follow` };
    case 'complete':
      return { kind: 'finished', text: `${fullName} is here: ${total}` };
    case 'in-step':
      if (changed === 0) return undefined;
      return { kind: 'progress', text: `${toCount(changed, 'pull request')} of ${fullName} new or updated` };
    case undefined:
      return undefined;
  }
}

/** Said of the connection, for all its repositories are on that host. */
export const toLackingText = (lacking: readonly string[]): string =>
  `This version of GitHub Enterprise Server lacks ${lacking.join(', ')}: everything else is read`;

/** `1 pull request`, `1,204 pull requests`. */
export const toCount = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
