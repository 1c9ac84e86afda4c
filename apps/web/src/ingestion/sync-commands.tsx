import { Button } from '@primer/react';
import {
  type ConnectionSummary,
  getSync,
  listSyncLog,
  pauseSync,
  resumeSync,
  syncNow,
} from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { AppLink } from '../ui/app-link.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './sync-commands.module.css';

/** Pause, go on, look now. */
export const SyncCommands = ({
  connection: { connectionId, name, state },
}: {
  readonly connection: ConnectionSummary;
}) => {
  const tell = useTell();
  const given = { params: { connectionId } };
  const refreshes = [getSync, listSyncLog];
  const pause = useChange(pauseSync, {
    refreshes,
    onDone: () => tell({ text: `Reading ${name} is paused.`, undo: () => resume.mutate(given) }),
  });
  const resume = useChange(resumeSync, {
    refreshes,
    onDone: () => tell({ text: `Reading ${name} goes on.` }),
  });
  const look = useChange(syncNow, {
    refreshes,
    onDone: () => tell({ text: `Looking for changes in ${name}.` }),
  });
  const failed = [pause, resume, look].find(({ isError }) => isError);
  return (
    <>
      <div className={styles['commands']}>
        {state === 'paused' ? (
          <Button loading={resume.isPending} onClick={() => resume.mutate(given)}>
            Resume reading
          </Button>
        ) : (
          <>
            <Button loading={pause.isPending} onClick={() => pause.mutate(given)}>
              Pause reading
            </Button>
            <Button loading={look.isPending} onClick={() => look.mutate(given)}>
              Sync now
            </Button>
          </>
        )}
        <AppLink to="/settings/github/$name" params={{ name }} className={styles['settings'] ?? ''}>
          Settings of this connection
        </AppLink>
      </div>
      {failed !== undefined && <FailureMessage error={failed.error} isAnswer />}
    </>
  );
};
