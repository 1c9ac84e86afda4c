import { attention, broken, type Finding, ok } from '../../platform/checks/index.ts';

/** An account as it stands here. */
export interface AccountLook {
  readonly login: string;
  readonly class: 'person' | 'bot' | 'ai-agent';
  /** Whose it is today; undefined: nobody's. */
  readonly personName: string | undefined;
}

/** A person as they stand here. */
export interface PersonLook {
  readonly name: string;
  readonly accounts: readonly string[];
  readonly excludedReason: string | undefined;
  readonly isHidden: boolean;
  readonly leftOn: string | undefined;
}

/** Whether GitHub showed anything of an account in what is read here. `account` undefined: it did not. */
export function judgeAccount(account: AccountLook | undefined, asked: string): Finding {
  if (account === undefined) {
    return broken({
      proof: `No account called ${asked} did anything in the repositories that are read here.`,
      consequence: 'There is nothing of theirs to show.',
      repair: {
        text: 'Check the login. If they are new, they appear with their first pull request, review or comment.',
      },
    });
  }
  if (account.class !== 'person') {
    return broken({
      proof: `@${account.login} counts as ${account.class === 'bot' ? 'a bot' : 'an AI agent'}.`,
      consequence: 'What it does is counted apart and stands on no person’s page.',
      repair: {
        text: 'If it is a person’s, say so.',
        link: { address: '/people/bots', text: 'Open bots and AI agents' },
      },
    });
  }
  return ok(`@${account.login} is known here.`);
}

/** Whether an account belongs to a person. */
export function judgeLink(account: AccountLook | undefined, person: PersonLook | undefined): Finding {
  if (person !== undefined && person.accounts.length > 0) {
    return ok(
      `${person.name} has the account${person.accounts.length === 1 ? '' : 's'} ${person.accounts.map((login) => `@${login}`).join(', ')}.`,
    );
  }
  if (person !== undefined) {
    return broken({
      proof: `No GitHub account is linked to ${person.name}.`,
      consequence: 'None of their work stands on their page.',
      repair: {
        text: 'Link their account; whoever it is can connect it themselves, which is proof.',
        link: { address: '/people/unlinked', text: 'Open accounts of nobody' },
      },
    });
  }
  return broken({
    proof: `@${account?.login ?? ''} is linked to no person.`,
    consequence: 'Their work stands on no page.',
    repair: {
      text: 'Link it to a person; whoever it is can connect it themselves, which is proof.',
      link: { address: '/people/unlinked', text: 'Open accounts of nobody' },
    },
  });
}

/** Whether a person is shown and counted. */
export function judgeStanding(person: PersonLook | undefined): Finding {
  if (person === undefined) return ok('There is no person to leave out.');
  if (person.excludedReason !== undefined) {
    return broken({
      proof: `${person.name} is excluded from figures: ${person.excludedReason}`,
      consequence: 'Figures do not count what they did.',
      repair: { text: 'Include them again on their page, under details and accounts.' },
    });
  }
  if (person.isHidden) {
    return broken({
      proof: `${person.name} is hidden from lists.`,
      consequence: 'They are in no list and are not suggested; their page is still there.',
      repair: { text: 'Show them again on their page, under details and accounts.' },
    });
  }
  if (person.leftOn !== undefined) {
    return attention({
      proof: `${person.name} left on ${person.leftOn}.`,
      consequence: 'What was done after that day is not theirs.',
      repair: { text: 'If the day is wrong, change it under details and accounts.' },
    });
  }
  return ok(`${person.name} is shown and counted.`);
}

/** Who opened a pull request. */
export interface AuthorLook {
  /** Undefined: the account is gone, which GitHub calls the ghost. */
  readonly account: AccountLook | undefined;
}

/** Whether the author of a pull request is somebody here. */
export function judgeAuthor({ account }: AuthorLook): Finding {
  if (account === undefined)
    return ok('Its author is gone from GitHub (“ghost”); it is on no person’s page.');
  if (account.class !== 'person') {
    return ok(
      `It was opened by @${account.login}, ${account.class === 'bot' ? 'a bot' : 'an AI agent'}, which is counted apart.`,
    );
  }
  if (account.personName !== undefined)
    return ok(`It was opened by ${account.personName} (@${account.login}).`);
  return attention({
    proof: `It was opened by @${account.login}, who is linked to no person.`,
    consequence: 'It is in lists, but on nobody’s page.',
    repair: {
      text: 'Link the account to a person.',
      link: { address: '/people/unlinked', text: 'Open accounts of nobody' },
    },
  });
}
