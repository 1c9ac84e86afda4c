import { KebabHorizontalIcon } from '@primer/octicons-react';
import { ActionList, ActionMenu, Button, IconButton } from '@primer/react';
import { useNavigate } from '@tanstack/react-router';
import {
  type ConnectionSummary,
  getSync,
  listSyncLog,
  pauseSync,
  resumeSync,
  syncNow,
} from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useTell } from '../ui/tell-context.ts';
import { PlanDialog } from './plan-dialog.tsx';
import styles from './sync-commands.module.css';

/** Pause, go on, look now, plan a backfill. */
export const SyncCommands = ({ connection }: { readonly connection: ConnectionSummary }) => {
  const { name, state } = connection;
  const [isPlanning, setIsPlanning] = useState(false);
  const { pause, resume, look, given } = useCommands(connection);
  const failed = [pause, resume, look].find(({ isError }) => isError);
  return (
    <>
      <div className={styles['commands']}>
        {state === 'paused' ? (
          <Button loading={resume.isPending} onClick={() => resume.mutate(given)}>
            Resume reading
          </Button>
        ) : (
          <Button loading={pause.isPending} onClick={() => pause.mutate(given)}>
            Pause reading
          </Button>
        )}
        <Button variant="primary" onClick={() => setIsPlanning(true)}>
          Plan a backfill
        </Button>
        <MoreCommands name={name} canLook={state !== 'paused'} onLook={() => look.mutate(given)} />
      </div>
      {isPlanning && <PlanDialog connection={connection} onClose={() => setIsPlanning(false)} />}
      {failed !== undefined && <FailureMessage error={failed.error} isAnswer />}
    </>
  );
};

function useCommands({ connectionId, name }: ConnectionSummary) {
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
  return { given, pause, resume, look };
}

interface MoreProps {
  readonly name: string;
  readonly canLook: boolean;
  readonly onLook: () => void;
}

const MoreCommands = ({ name, canLook, onLook }: MoreProps) => {
  const navigate = useNavigate();
  return (
    <ActionMenu>
      <ActionMenu.Anchor>
        <IconButton icon={KebabHorizontalIcon} aria-label={`More commands for ${name}`} />
      </ActionMenu.Anchor>
      <ActionMenu.Overlay width="small">
        <ActionList>
          {canLook && <ActionList.Item onSelect={onLook}>Sync now</ActionList.Item>}
          <ActionList.Item onSelect={() => void navigate({ to: '/settings/github/$name', params: { name } })}>
            Settings of this connection
          </ActionList.Item>
        </ActionList>
      </ActionMenu.Overlay>
    </ActionMenu>
  );
};
