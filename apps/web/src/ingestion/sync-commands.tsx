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
import { PlanDialog, type PlanScope } from './plan-dialog.tsx';
import styles from './sync-commands.module.css';

interface Props {
  readonly connection: ConnectionSummary;
  /** True where planning is the main command of the page, which has one. */
  readonly isMain: boolean;
}

/** Pause, go on, look now, plan a backfill. */
export const SyncCommands = ({ connection, isMain }: Props) => {
  const { name, state } = connection;
  const [planned, setPlanned] = useState<PlanScope>();
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
        <div className={styles['plan']} data-main={isMain || undefined}>
          <Button variant={isMain ? 'primary' : 'default'} onClick={() => setPlanned('missing')}>
            Plan a backfill
          </Button>
        </div>
        <MoreCommands
          name={name}
          onLook={state === 'paused' ? undefined : () => look.mutate(given)}
          onReadAgain={() => setPlanned('everything')}
        />
      </div>
      {planned !== undefined && (
        <PlanDialog connection={connection} begin={planned} onClose={() => setPlanned(undefined)} />
      )}
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
  /** Undefined while nothing may be looked for. */
  readonly onLook: (() => void) | undefined;
  readonly onReadAgain: () => void;
}

const MoreCommands = ({ name, onLook, onReadAgain }: MoreProps) => {
  const navigate = useNavigate();
  return (
    <ActionMenu>
      <ActionMenu.Anchor>
        <IconButton icon={KebabHorizontalIcon} aria-label={`More commands for ${name}`} />
      </ActionMenu.Anchor>
      <ActionMenu.Overlay width="small">
        <ActionList>
          {onLook !== undefined && <ActionList.Item onSelect={onLook}>Sync now</ActionList.Item>}
          <ActionList.Item onSelect={onReadAgain}>Read everything again…</ActionList.Item>
          <ActionList.Item onSelect={() => void navigate({ to: '/settings/github/$name', params: { name } })}>
            Settings of this connection
          </ActionList.Item>
        </ActionList>
      </ActionMenu.Overlay>
    </ActionMenu>
  );
};
