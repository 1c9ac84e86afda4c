import { IdBadgeIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { type AccountLink, type Person, unlinkAccount } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Moment } from '../ui/moment.tsx';
import { useTell } from '../ui/tell-context.ts';
import { AccountList } from './account-list.tsx';
import { LinkDates } from './link-dates.tsx';
import { personAnswers } from './person-answers.data.ts';
import { useLink } from './use-link.ts';

/** The accounts that are this person's now. Unlinking can be undone. */
export const LinkedAccounts = ({ person }: { readonly person: Person }) => {
  const tell = useTell();
  const link = useLink(person);
  const unlink = useChange(unlinkAccount, { refreshes: personAnswers });
  if (person.links.length === 0) {
    return (
      <EmptyState cause="nothing-yet" icon={IdBadgeIcon}>
        No GitHub account is linked yet.{' '}
        {person.awaitedLogins.length > 0
          ? 'What a file named waits to be seen; somebody else below may be theirs.'
          : 'Those below may be theirs.'}
      </EmptyState>
    );
  }
  const end = ({ accountLinkId, account, evidence, fromOn, untilOn }: AccountLink) =>
    unlink.mutate(
      { params: { slug: person.slug, accountLinkId } },
      {
        onSuccess: () =>
          tell({
            text: `@${account.login} is unlinked from ${person.name}.`,
            undo: () => link.start({ account, evidence, fromOn, untilOn }),
          }),
      },
    );
  return (
    <>
      <AccountList
        items={person.links.map((held) => ({
          key: String(held.accountLinkId),
          account: held.account,
          evidence: held.evidence,
          note: (
            <>
              Linked <Moment at={held.linkedAt} />
              {held.linkedBy !== undefined && ` by ${held.linkedBy}`}
              <LinkDates key={`${held.fromOn} ${held.untilOn}`} person={person} link={held} />
            </>
          ),
          command: (
            <Button loading={unlink.isPending} onClick={() => end(held)}>
              Unlink @{held.account.login}
            </Button>
          ),
        }))}
      />
      {unlink.isError && <FailureMessage error={unlink.error} isAnswer />}
    </>
  );
};
