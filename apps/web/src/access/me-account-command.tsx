import { Button } from '@primer/react';
import {
  askCorrection,
  getMyData,
  getPersonPage,
  listMyCorrections,
  type MyData,
} from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useTell } from '../ui/tell-context.ts';

/** Unlinks an account that is not the reader's, at once: that is theirs to decide. */
export const MeAccountCommand = ({ account }: { readonly account: MyData['accounts'][number] }) => {
  const [isAsked, setIsAsked] = useState(false);
  const tell = useTell();
  const { accountLinkId, login } = account;
  const change = useChange(askCorrection, {
    refreshes: [getMyData, listMyCorrections, getPersonPage],
    onDone: () => {
      tell({ text: `@${login} is unlinked from you.` });
      setIsAsked(false);
    },
  });
  return (
    <>
      <Button size="small" onClick={() => setIsAsked(true)}>
        This is not me
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={`Unlink @${login} from you?`}
          confirm="Unlink it"
          keep="Keep it"
          isBusy={change.isPending}
          error={change.error ?? undefined}
          onConfirm={() => change.mutate({ body: { kind: 'account', accountLinkId } })}
          onClose={() => setIsAsked(false)}
        >
          <p>
            What @{login} did is no longer taken for your work, on any page. It is not suggested for you
            again; only an administrator can link it back.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};
