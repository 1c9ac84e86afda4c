import { MailIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { type Invitation, listInvitations, revokeInvitation } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import type { Column } from '../ui/column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Moment } from '../ui/moment.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTell } from '../ui/tell-context.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

/** Invitations and what became of them. */
export const InvitationList = () => {
  const invitations = useAnswer(listInvitations);
  return (
    <Loaded answer={invitations} skeleton={<Skeleton label="Loading invitations" rows={2} />}>
      {(answer) =>
        answer.invitations.length === 0 ? (
          <EmptyState cause="nothing-yet" icon={MailIcon}>
            Nobody was invited yet. Make a link above and send it yourself; Throughline sends no mail.
          </EmptyState>
        ) : (
          <RowList
            label="Invitations"
            columns={columns}
            rows={answer.invitations}
            toKey={({ invitationId }) => invitationId}
          />
        )
      }
    </Loaded>
  );
};

const Revoke = ({ invitation: { invitationId, email } }: { readonly invitation: Invitation }) => {
  const tell = useTell();
  const change = useChange(revokeInvitation, {
    refreshes: [listInvitations],
    onDone: () => tell({ text: `The invitation of ${email} is revoked.` }),
  });
  return (
    <>
      <Button
        size="small"
        loading={change.isPending}
        aria-label={`Revoke the invitation of ${email}`}
        onClick={() => change.mutate({ params: { invitationId } })}
      >
        Revoke
      </Button>
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </>
  );
};

const columns: readonly Column<Invitation>[] = [
  { key: 'email', head: 'For', cell: ({ email }) => email },
  { key: 'role', head: 'Role', width: '8rem', isWideOnly: true, cell: ({ role }) => role },
  { key: 'state', head: 'State', width: '6rem', cell: ({ state }) => state },
  {
    key: 'ends',
    head: 'Ends',
    width: '8rem',
    isWideOnly: true,
    cell: ({ expiresAt }) => <Moment at={expiresAt} />,
  },
  {
    key: 'revoke',
    head: <VisuallyHidden>Commands</VisuallyHidden>,
    width: '7rem',
    cell: (invitation) => invitation.state === 'open' && <Revoke invitation={invitation} />,
  },
];
