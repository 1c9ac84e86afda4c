import { Button } from '@primer/react';
import { listOwnAccounts, type OwnAccount, removeOwnAccount } from '@throughline/contract';
import { useChange } from '../../api/use-change.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';

/** A removal that GitHub has not heard of: it stays in sight until it has. */
export const RetryRemoval = ({ account: { ownAccountId, hostName } }: { readonly account: OwnAccount }) => {
  const change = useChange(removeOwnAccount, { refreshes: [listOwnAccounts] });
  return (
    <>
      <p>
        Removed here, but {hostName} could not be told yet. Its token is kept sealed, serves for nothing else,
        and is revoked as soon as {hostName} answers: that is tried every ten minutes.
      </p>
      <div>
        <Button onClick={() => change.mutate({ params: { ownAccountId } })} loading={change.isPending}>
          Try again
        </Button>
      </div>
      {change.error !== null && <FailureMessage error={change.error} isAnswer />}
    </>
  );
};
