import type { RepositorySync } from '@throughline/contract';
import { attention, broken, type Finding, notChecked, ok } from '../../platform/checks/index.ts';
import { isChosen, type RepositoryChoice } from '../discovery/choose-repositories.ts';

/** A repository as GitHub lists it. */
export interface ListedRepository {
  readonly githubId: number;
  readonly isArchived: boolean;
  readonly isFork: boolean;
}

interface Choosing {
  readonly fullName: string;
  readonly connection: { readonly connectionId: number; readonly name: string };
  /** It is among what is read. */
  readonly isRead: boolean;
}

/** Whether a connection's choice includes a repository, and by which rule it does not. */
export function judgeChoice(
  choice: RepositoryChoice | undefined,
  listed: ListedRepository | undefined,
  { fullName, connection: { connectionId, name }, isRead }: Choosing,
): Finding {
  if (isRead) return ok(`${name} reads ${fullName}.`);
  if (choice === undefined || listed === undefined) return notChecked('GitHub did not show it');
  if (isChosen(choice, listed)) {
    return broken({
      proof: `${name} is to read ${fullName}; it is not on the list yet.`,
      consequence: 'It follows with the next look at the list of repositories.',
      repair: { text: 'Look for changes now.', act: { kind: 'sync-now', connectionId } },
    });
  }
  return broken({
    proof: `${name} does not read ${fullName}, because ${toRule(choice, listed)}.`,
    consequence: 'No figure counts it.',
    repair: {
      text: 'Choose it, or change the rule.',
      link: {
        address: `/settings/github/${encodeURIComponent(name)}/repositories`,
        text: `Open the repositories of ${name}`,
      },
    },
  });
}

function toRule({ repositoryChoice }: RepositoryChoice, { isArchived }: ListedRepository): string {
  if (repositoryChoice === 'some') return 'it was not chosen';
  return isArchived ? 'archived repositories are left out by rule' : 'forks are left out by rule';
}

interface Told {
  readonly fullName: string;
  readonly connectionId: number;
  readonly repositoryId: number;
}

/** How reading a repository goes. */
export function judgeReading(
  sync: RepositorySync | undefined,
  { fullName, connectionId, repositoryId }: Told,
): Finding {
  if (sync === undefined) return notChecked(`${fullName} is not read any more; what was read stays`);
  if (sync.failure !== undefined && sync.state === 'failed') {
    return broken({
      proof: `Reading ${fullName} failed: ${sync.failure.text}`,
      consequence: 'What happened there since is missing; what was read stays.',
      repair: {
        text: 'Mend what is said, then repair it.',
        act: { kind: 'repair-repository', connectionId, repositoryId },
      },
    });
  }
  if (sync.state === 'paused') {
    return attention({
      proof: `Reading ${fullName} is paused.`,
      consequence: 'What happened there since is missing; what was read stays.',
      repair: { text: 'Resume its connection.', act: { kind: 'resume-sync', connectionId } },
    });
  }
  if (sync.wait !== undefined) return ok(`${fullName}: ${sync.wait.text}`);
  return sync.state === 'complete'
    ? ok(`${fullName} has been read whole.`)
    : ok(`${fullName} is being read; what is new comes first. Nothing for you to do.`);
}

/** How one number of a repository stands. */
export type NumberStanding =
  | { readonly kind: 'here' }
  | { readonly kind: 'gone'; readonly goneOn: string }
  | { readonly kind: 'set-aside'; readonly detail: string }
  | { readonly kind: 'unknown'; readonly isComplete: boolean };

/** Whether a pull request is here; if not, what is known of it. */
export function judgeNumber(standing: NumberStanding, name: string): Finding {
  switch (standing.kind) {
    case 'here':
      return ok(`${name} has been read.`);
    case 'gone':
      return broken({
        proof: `GitHub has had no ${name} since ${standing.goneOn}.`,
        consequence: 'It is kept and marked, and no list shows it.',
        repair: { text: 'Nothing can bring it back.' },
      });
    case 'set-aside':
      return broken({
        proof: `What GitHub sent of ${name} could not be read: ${standing.detail}`,
        consequence: 'It is in no list and no figure.',
        repair: { text: 'It is asked for again by itself; an administrator can ask now, under Sync.' },
      });
    case 'unknown':
      return broken({
        proof: standing.isComplete
          ? `There is no pull request ${name}: all that GitHub counts have been read. It may be an issue.`
          : `There is no pull request ${name} here yet: the repository is still being read. It may also be an issue.`,
        consequence: 'It is in no list and no figure.',
        repair: {
          text: standing.isComplete
            ? 'Check the number. Issues are not read yet.'
            : 'Nothing for you to do: check again later.',
        },
      });
  }
}
