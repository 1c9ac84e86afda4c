import { getMyWaysIn, listOwnAccounts, type OwnAccount, removeOwnAccount } from '@throughline/contract';
import { useChange } from '../../api/use-change.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useTell } from '../../ui/tell-context.ts';

interface Props {
  readonly account: OwnAccount;
  readonly onClose: () => void;
}

/** The one warning before a connection goes. */
export const RemoveOwnAccount = ({ account: { ownAccountId, login, hostName }, onClose }: Props) => {
  const tell = useTell();
  const change = useChange(removeOwnAccount, {
    refreshes: [listOwnAccounts, getMyWaysIn],
    onDone: ({ state }) => {
      tell({
        text:
          state === 'removed'
            ? `The connection of @${login} is removed.`
            : `The connection of @${login} ends as soon as GitHub answers.`,
      });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`Remove the connection of @${login}?`}
      confirm="Yes, remove connection"
      keep="Keep it"
      isBusy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ params: { ownAccountId } })}
      onClose={onClose}
    >
      <p>
        What Throughline holds in your name is revoked on {hostName} and wiped here, and you can no longer
        sign in with this account.
      </p>
      <p>
        @{login} stays linked to you, and so does your work: who has the account was proven, and the history
        says so. You can connect it again at any time.
      </p>
    </ConfirmDialog>
  );
};
