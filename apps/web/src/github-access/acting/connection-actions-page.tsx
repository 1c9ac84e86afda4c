import { type ConnectionDetail, getConnectionActions } from '@throughline/contract';
import { useEffect } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ConnectionFrame } from '../connection/connection-frame.tsx';
import styles from '../connection/connection-parts.module.css';
import { forgetInstalling } from '../leaving/installing-record.ts';
import { ActingNextStep } from './acting-next-step.tsx';
import { ActingStanding } from './acting-standing.tsx';
import { ActionsList } from './actions-list.tsx';
import { AskToAct } from './ask-to-act.tsx';

/** What may Throughline do at GitHub for this organisation? */
export const ConnectionActionsPage = () => (
  <ConnectionFrame tab="actions">{(connection) => <Actions connection={connection} />}</ConnectionFrame>
);

const Actions = ({ connection }: { readonly connection: ConnectionDetail }) => {
  const answer = useAnswer(getConnectionActions, { params: { connectionId: connection.connectionId } });
  const { organisation, state } = connection;
  const isEnding = state === 'disconnecting';
  // Who comes back from installing an App that acts is not to be led on to listing what another one reads.
  useEffect(forgetInstalling, []);
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading what Throughline may do" rows={4} />}>
      {(known) =>
        known.by === undefined ? (
          <>
            <p className={styles['text']}>
              Throughline reads {organisation} and does nothing there. Here it asks for the permission to do
              more, apart from reading, which does not change. This version does nothing with it yet: it asks,
              and shows what was granted, so that it is ready for the parts that act.
            </p>
            {!isEnding && <AskToAct connection={connection} known={known} />}
          </>
        ) : (
          <>
            {!isEnding && <ActingNextStep connection={connection} by={known.by} actions={known.actions} />}
            <ActionsList actions={known.actions} />
            {!isEnding && <ActingStanding connection={connection} known={known} by={known.by} />}
          </>
        )
      }
    </Loaded>
  );
};
