import { Button } from '@primer/react';
import {
  type ActingBy,
  type ConnectionActions,
  type ConnectionDetail,
  getConnectionActions,
  lookAtActions,
} from '@throughline/contract';
import { useEffect, useEffectEvent } from 'react';
import { useChange } from '../../api/use-change.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { WaitingBecause } from '../../ui/waiting-because.tsx';
import styles from '../connection/connection-parts.module.css';
import { hearWindows } from '../leaving/leaving-words.ts';
import { toActingWords } from './acting-words.ts';

interface Props {
  readonly connection: ConnectionDetail;
  readonly by: ActingBy;
  readonly actions: ConnectionActions['actions'];
}

/** How asking stands in a sentence, where the next step is done, and looking again; that happens by itself once the App was installed. */
export const ActingNextStep = ({ connection: { connectionId, organisation }, by, actions }: Props) => {
  const { kind, sentence, link, message } = toActingWords({ by, actions, organisation });
  const change = useChange(lookAtActions, { refreshes: [getConnectionActions] });
  const look = () => change.mutate({ params: { connectionId } });
  const onInstalled = useEffectEvent(look);
  useEffect(() => hearWindows((word) => (word.kind === 'installed' ? onInstalled() : undefined)), []);
  return (
    <div className={styles['part']}>
      {kind === 'waiting' ? (
        <WaitingBecause>{sentence}</WaitingBecause>
      ) : (
        <p className={styles['text']}>{sentence} This version of Throughline does nothing with it yet.</p>
      )}
      <div className={styles['bar']}>
        {link !== undefined && <ExternalLink href={link.href}>{link.text}</ExternalLink>}
        <Button loading={change.isPending} onClick={look}>
          Look again
        </Button>
        {message !== undefined && <CopyButton text={message} label="Copy a message to the owner" isWide />}
      </div>
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </div>
  );
};
