import { getSignInSettings, getSignInWays, removeSignOnProvider } from '@throughline/contract';
import { useChange } from '../../api/use-change.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useTell } from '../../ui/tell-context.ts';

/** Asks before single sign-on ends. */
export const RemoveProvider = ({ onClose }: { readonly onClose: () => void }) => {
  const tell = useTell();
  const change = useChange(removeSignOnProvider, {
    refreshes: [getSignInSettings, getSignInWays],
    onDone: () => {
      tell({ text: 'Single sign-on is removed.' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title="Remove single sign-on?"
      confirm="Remove single sign-on"
      keep="Keep it"
      isBusy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({})}
      onClose={onClose}
    >
      <p>
        Its secret is wiped and nobody signs in by it any more; who has no password is locked out. Who is who
        stays stored: with the same issuer set up again, everybody gets in as before.
      </p>
    </ConfirmDialog>
  );
};
