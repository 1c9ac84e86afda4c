import { listUsers, type User, updateUser } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useTell } from '../ui/tell-context.ts';

interface Props {
  readonly user: User;
  readonly onClose: () => void;
}

/** Asks before a user can no longer sign in. */
export const DisableUserDialog = ({ user: { userId, name }, onClose }: Props) => {
  const tell = useTell();
  const change = useChange(updateUser, {
    refreshes: [listUsers],
    onDone: () => {
      tell({ text: `${name} is disabled.` });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`Disable ${name}?`}
      confirm="Disable user"
      keep="Keep enabled"
      isBusy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ params: { userId }, body: { isDisabled: true } })}
      onClose={onClose}
    >
      <p>
        {name} is signed out everywhere and can’t sign in; their API keys are revoked for good. Their role,
        their grants and the person they are tied to stay, and come back when you enable them.
      </p>
    </ConfirmDialog>
  );
};
