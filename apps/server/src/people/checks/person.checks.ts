import { broken, type Check, defineCheck, ok } from '../../platform/checks/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { judgeAccount, judgeAuthor, judgeLink, judgeStanding } from './judge-person.ts';
import { findAccountLook, findPersonLook, loadAuthorLook } from './person-look.sql.ts';

interface Deps {
  readonly database: Database;
}

/** Somebody, by an account's login or by the name of their page, whom the reader may know about. */
interface NamedPerson {
  /** As it was asked: `@ada`. */
  readonly asked: string;
  /** Asked by a login, and not by a page. */
  readonly isByLogin: boolean;
  readonly accountId: number | undefined;
  readonly personId: number | undefined;
}

/** Whether an account is known, belongs to a person, and is counted. */
export const personChecks: readonly Check<Deps, NamedPerson>[] = [
  defineCheck({
    id: 'account-known',
    title: 'The GitHub account',
    about: 'person',
    asks: 'Ourselves: did the account do anything in what is read, and is it a person’s?',
    says: 'It was never seen, or counts as a bot or an AI agent.',
    repairs: 'Check the login, or say that it is a person’s.',
    run: async ({ database }, { asked, accountId, isByLogin }) => {
      if (!isByLogin) return ok(`${asked} was asked for by the address of a page.`);
      const account = accountId === undefined ? undefined : await findAccountLook(database, accountId);
      return judgeAccount(account, asked);
    },
  }),
  defineCheck({
    id: 'account-link',
    title: 'The link to a person',
    about: 'person',
    asks: 'Ourselves: is the account linked to a person today?',
    says: 'It is linked to nobody, or the person has no account.',
    repairs: 'Link it, or connect one’s own account.',
    run: async ({ database }, { accountId, personId }) =>
      judgeLink(
        accountId === undefined ? undefined : await findAccountLook(database, accountId),
        personId === undefined ? undefined : await findPersonLook(database, personId),
      ),
  }),
  defineCheck({
    id: 'person-counted',
    title: 'Shown and counted',
    about: 'person',
    asks: 'Ourselves: is the person excluded, hidden, or gone?',
    says: 'They are excluded with which reason, hidden, or left on which day.',
    repairs: 'Change it under details and accounts.',
    run: async ({ database }, { personId }) =>
      judgeStanding(personId === undefined ? undefined : await findPersonLook(database, personId)),
  }),
];

interface AskedPerson {
  readonly asked: string;
  /** The reader may know about them. */
  readonly isTold: boolean;
}

/**
 * Whether a reader may know about somebody. Of somebody they may not open, and of somebody who is not here, the words are
 * the same: they come from what the reader asked, and from nothing else.
 */
export const personVisibleCheck: Check<unknown, AskedPerson> = defineCheck({
  id: 'person-visible',
  title: 'What you may see',
  about: 'person',
  asks: 'Ourselves: may you open this person’s page?',
  says: 'They are not here, or their page is not for you to open; which of them is not told.',
  repairs: 'If it is you, connect your GitHub account; else ask an administrator.',
  run: (_, { asked, isTold }) =>
    isTold
      ? ok(`You may ask about ${asked}.`)
      : broken({
          proof: `There is nobody called ${asked} whose page you can open here.`,
          consequence: 'Nothing of them is shown to you.',
          repair: {
            text: 'If it is you, connect your GitHub account, so that it is known who you are there; else ask an administrator.',
            link: { address: '/settings/me', text: 'Open your settings' },
          },
        }),
});

interface Authored {
  readonly authorAccountId: number | undefined;
}

/** Whether the author of a pull request is somebody here. */
export const authorCheck: Check<Deps, Authored> = defineCheck({
  id: 'pull-request-author',
  title: 'Its author',
  about: 'pull-request',
  asks: 'Ourselves: who opened it: a person, a bot, an AI agent, nobody linked?',
  says: 'Its author is linked to no person.',
  repairs: 'Link the account to a person.',
  run: async ({ database }, { authorAccountId }) =>
    judgeAuthor(await loadAuthorLook(database, authorAccountId)),
});
