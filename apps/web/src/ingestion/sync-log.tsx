import { LogIcon } from '@primer/octicons-react';
import { listSyncLog, type RouteAnswer } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Moment } from '../ui/moment.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './sync-log.module.css';

interface Props {
  readonly connectionId: number;
  readonly isMoving: boolean;
}

/** What reading did lately, newest first. */
export const SyncLog = ({ connectionId, isMoving }: Props) => {
  const answer = useAnswer(
    listSyncLog,
    { params: { connectionId } },
    { refetchInterval: isMoving ? 5_000 : 30_000 },
  );
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading the log" rows={4} rowHeight={32} />}>
      {({ entries }) =>
        entries.length === 0 ? (
          <EmptyState cause="nothing-yet" icon={LogIcon}>
            Nothing has happened yet. What reading does stands here as it happens.
          </EmptyState>
        ) : (
          <LogLines entries={entries} />
        )
      }
    </Loaded>
  );
};

type LogEntry = RouteAnswer<typeof listSyncLog>['entries'][number];

/** What happened, a line each. */
export const LogLines = ({ entries }: { readonly entries: readonly LogEntry[] }) => (
  <ol className={styles['log']}>
    {entries.map(({ at, kind, repository, text }) => (
      <li key={`${at} ${kind} ${repository} ${text}`} className={styles['entry']}>
        <Moment at={at} />
        <span>{text}</span>
      </li>
    ))}
  </ol>
);
