import { attention, type Finding, ok } from '../../platform/checks/index.ts';

/** Commits by an address that GitHub joins to no account. */
export interface UnknownEmail {
  readonly email: string;
  readonly commits: number;
}

interface Whose {
  readonly name: string;
  /** The reader asks about themselves. */
  readonly isOwn: boolean;
  /** The reader may read their addresses. */
  readonly isEmailTold: boolean;
}

/** Whether somebody commits with an address that GitHub does not know. */
export function judgeCommitEmails(
  unknown: readonly UnknownEmail[],
  { name, isOwn, isEmailTold }: Whose,
): Finding {
  const [most] = unknown;
  if (most === undefined)
    return ok('GitHub knows the author of every commit that bears one of their addresses.');
  const addresses = isEmailTold ? toAddresses(most.email, unknown.length) : 'an address of theirs';
  const commits = unknown.reduce((sum, each) => sum + each.commits, 0);
  return attention({
    proof: `${commits} ${commits === 1 ? 'commit bears' : 'commits bear'} ${addresses}, which GitHub joins to no account.`,
    consequence: `GitHub shows them as nobody’s, so they are not among ${isOwn ? 'your' : `${name}’s`} commits.`,
    repair: {
      text: isOwn
        ? 'Add the address to your GitHub account; GitHub then joins the old commits too.'
        : `${name} adds the address to their GitHub account; GitHub then joins the old commits too.`,
      link: { address: 'https://github.com/settings/emails', text: 'Open your addresses on GitHub' },
    },
  });
}

const toAddresses = (first: string, count: number): string =>
  count === 1 ? first : `${first} and ${count - 1} more addresses of theirs`;
