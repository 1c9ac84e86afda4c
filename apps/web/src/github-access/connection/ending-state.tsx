import { Button } from '@primer/react';
import { type ConnectionDetail, continueDisconnecting, getConnection } from '@throughline/contract';
import { useChange } from '../../api/use-change.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Moment } from '../../ui/moment.tsx';
import { WaitingBecause } from '../../ui/waiting-because.tsx';
import styles from './connection-attention.module.css';

type Ending = NonNullable<ConnectionDetail['ending']>;

const doing: Readonly<Record<Ending['step'], string>> = {
  revoke: 'Its credential is being revoked at GitHub.',
  wipe: 'Its credential is being wiped here.',
  data: 'What was read of it is being deleted.',
  end: 'Almost done.',
};

/** How far a disconnection is, and what keeps it. */
export const EndingState = ({
  connection: { connectionId, ending },
}: {
  readonly connection: ConnectionDetail;
}) => {
  const change = useChange(continueDisconnecting, { refreshes: [getConnection] });
  if (ending === undefined) return null;
  const goOn = (isLeftAtGithub: boolean) =>
    change.mutate({ params: { connectionId }, body: { isLeftAtGithub } });
  return (
    <div className={styles['attention']}>
      {ending.problem === undefined ? (
        <p>{doing[ending.step]} You may leave this page; it goes on by itself.</p>
      ) : (
        <>
          <WaitingBecause>
            Waiting to revoke the credential at GitHub. {ending.problem}{' '}
            {ending.tryAgainAt !== undefined && (
              <>
                Tries again <Moment at={ending.tryAgainAt} />.
              </>
            )}{' '}
            Nothing is read meanwhile.
          </WaitingBecause>
          <div className={styles['next']}>
            <Button size="small" loading={change.isPending} onClick={() => goOn(false)}>
              Try again now
            </Button>
            <Button size="small" variant="invisible" disabled={change.isPending} onClick={() => goOn(true)}>
              Go on without revoking it there
            </Button>
          </div>
        </>
      )}
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </div>
  );
};
