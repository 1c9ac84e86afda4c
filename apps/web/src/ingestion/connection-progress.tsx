import { CheckIcon } from '@primer/octicons-react';
import type { ConnectionSync } from '@throughline/contract';
import { ConnectionAttention } from '../github-access/connection/connection-attention.tsx';
import { Moment } from '../ui/moment.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { Progress } from '../ui/progress.tsx';
import { Section } from '../ui/section.tsx';
import { WaitingBecause } from '../ui/waiting-because.tsx';
import styles from './connection-progress.module.css';
import { DataHere } from './data-here.tsx';
import { toLatelyWords } from './lately-words.ts';
import { QuotaBars } from './quota-bars.tsx';
import { QuotaDay } from './quota-day.tsx';
import { RepositoryList } from './repository-list.tsx';
import { SyncCommands } from './sync-commands.tsx';
import { SyncLog } from './sync-log.tsx';
import { useLastLook } from './use-last-look.ts';

interface Props {
  readonly sync: ConnectionSync;
  /** True where there is no other: its main command is then the page's. */
  readonly isOnly: boolean;
}

/** One connection: how far it is read, why it waits, what it costs, and each of its repositories. */
export const ConnectionProgress = ({ sync, isOnly }: Props) => {
  const { connection, sentence, quota } = sync;
  const isComplete = sync.repositoriesComplete === sync.repositories && sync.total !== undefined;
  const { connectionId } = connection;
  useLastLook(isComplete, JSON.stringify(sync.data));
  return (
    <article className={styles['connection']} aria-label={connection.name}>
      {!isOnly && (
        <h2 className={styles['name']}>
          {connection.name} <span className={styles['muted']}>on {connection.host.name}</span>
        </h2>
      )}
      <div className={styles['head']}>
        <p className={styles['sentence']}>{sentence}</p>
        <SyncCommands connection={connection} isMain={isOnly} />
      </div>
      {connection.attention !== undefined && <ConnectionAttention attention={connection.attention} />}
      <HowFar sync={sync} isComplete={isComplete} />
      <DataHere data={sync.data} />
      <p className={styles['muted']}>{toLatelyWords(sync.lately)}</p>
      {quota.length > 0 && (
        <Section title="Quota this hour">
          <QuotaBars quota={quota} />
          <QuotaDay connectionId={connectionId} />
        </Section>
      )}
      <Section title="Repositories">
        <RepositoryList connectionId={connectionId} isMoving={!isComplete} />
      </Section>
      <Section title="Log">
        <SyncLog connectionId={connectionId} isMoving={!isComplete} />
      </Section>
    </article>
  );
};

interface HowFarProps {
  readonly sync: ConnectionSync;
  readonly isComplete: boolean;
}

const HowFar = ({ sync, isComplete }: HowFarProps) => {
  const { isRecentComplete, perMinute, wait, lastSuccessAt } = sync;
  return (
    <>
      {!isComplete && <Counted sync={sync} />}
      {isRecentComplete && !isComplete && <RecentComplete goingBack={sync.goingBack} />}
      {wait !== undefined && <WaitingBecause>{wait.text}</WaitingBecause>}
      <p className={styles['muted']}>
        {perMinute !== undefined && `${toNumber(Math.round(perMinute))} pull requests a minute`}
        {perMinute !== undefined && lastSuccessAt !== undefined && ' · '}
        {lastSuccessAt !== undefined && (
          <>
            last read <Moment at={lastSuccessAt} />
          </>
        )}
      </p>
    </>
  );
};

const RecentComplete = ({ goingBack }: { readonly goingBack: string | undefined }) => (
  <p className={styles['recent']}>
    <CheckIcon className={styles['ok'] ?? ''} /> The newest 30 days are complete; figures for them are final.
    {goingBack !== undefined && ` ${goingBack}`}
  </p>
);

const Counted = ({ sync: { total, held, repositories } }: { readonly sync: ConnectionSync }) =>
  total === undefined ? (
    <p>
      {toCount(held, 'pull request is', 'pull requests are')} here. Counting how many there are in{' '}
      {toCount(repositories, 'repository', 'repositories')}.
    </p>
  ) : (
    <Progress part={held} whole={total} label="Pull requests read" noun="pull requests" />
  );
