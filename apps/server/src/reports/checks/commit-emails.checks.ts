import { type Check, defineCheck, ok } from '../../platform/checks/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { loadUnknownEmails } from './commit-emails.sql.ts';
import { judgeCommitEmails } from './judge-commit-emails.ts';

interface Subject {
  readonly asked: string;
  readonly personId: number | undefined;
  readonly isOwn: boolean;
  readonly isAdministrator: boolean;
  readonly visible: VisibleRepositories;
}

/** Whether somebody's commits are theirs on GitHub. */
export const commitEmailsCheck: Check<{ readonly database: Database }, Subject> = defineCheck({
  id: 'author-email',
  title: 'The addresses in commits',
  about: 'person',
  asks: 'Ourselves: do commits bear an address of theirs that GitHub joins to no account?',
  says: 'How many do, and which address.',
  repairs: 'Add the address to the GitHub account; old commits follow.',
  run: async ({ database }, { asked, personId, isOwn, isAdministrator, visible }) =>
    personId === undefined
      ? ok('There is no person whose addresses are known.')
      : judgeCommitEmails(await loadUnknownEmails(database, visible, personId), {
          name: asked,
          isOwn,
          isEmailTold: isOwn || isAdministrator,
        }),
});
