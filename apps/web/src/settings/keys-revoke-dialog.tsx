import { type ApiKey, listKeys, revokeKey } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useTell } from '../ui/tell-context.ts';

interface Props {
  readonly leaving: ApiKey;
  readonly onClose: () => void;
}

/** Asks before a key opens nothing any more. */
export const KeysRevokeDialog = ({ leaving: { keyId, name, prefix }, onClose }: Props) => {
  const tell = useTell();
  const change = useChange(revokeKey, {
    refreshes: [listKeys],
    onDone: () => {
      tell({ text: `The key ${name} is revoked.` });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`Revoke ${name}?`}
      confirm="Revoke key"
      keep="Keep it"
      isBusy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ params: { keyId } })}
      onClose={onClose}
    >
      <p>
        Whatever uses the key that begins with <code>{prefix}</code> is refused from now on. It can’t be
        undone; you can make another one.
      </p>
    </ConfirmDialog>
  );
};
