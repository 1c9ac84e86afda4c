import { Dialog, SegmentedControl } from '@primer/react';
import {
  type ConnectionSummary,
  getSync,
  listRepositorySync,
  listRepositorySyncRows,
  planSync,
  readConnectionAgain,
  resumeSync,
  syncNow,
} from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './plan-dialog.module.css';
import { PlanTable } from './plan-table.tsx';
import { toBoundWords, toHourWords } from './plan-words.ts';

const scopes = ['missing', 'everything'] as const;
type Scope = (typeof scopes)[number];

const refreshes = [getSync, listRepositorySync, listRepositorySyncRows];

interface Props {
  readonly connection: ConnectionSummary;
  readonly onClose: () => void;
}

/** What reading would cost, before it begins. */
export const PlanDialog = ({ connection, onClose }: Props) => {
  const [scope, setScope] = useState<Scope>('missing');
  const { start, isBusy, error } = useStart(connection, scope, onClose);
  return (
    <Dialog
      title={`Plan a backfill of ${connection.name}`}
      width="xlarge"
      position={{ narrow: 'fullscreen', regular: 'center' }}
      onClose={onClose}
      footerButtons={[
        { content: 'Not now', onClick: onClose },
        { content: verbs[scope], buttonType: 'primary', onClick: start, loading: isBusy },
      ]}
    >
      <div className={styles['plan']}>
        <SegmentedControl aria-label="What to read" onChange={(at) => setScope(scopes[at] ?? 'missing')}>
          <SegmentedControl.Button selected={scope === 'missing'}>What is missing</SegmentedControl.Button>
          <SegmentedControl.Button selected={scope === 'everything'}>
            Everything again
          </SegmentedControl.Button>
        </SegmentedControl>
        <PlannedCost connectionId={connection.connectionId} scope={scope} />
        {error !== null && <FailureMessage error={error} isAnswer />}
      </div>
    </Dialog>
  );
};

const verbs: Readonly<Record<Scope, string>> = {
  missing: 'Read what is missing',
  everything: 'Read everything again',
};

function useStart({ connectionId, name, state }: ConnectionSummary, scope: Scope, onClose: () => void) {
  const tell = useTell();
  const given = { params: { connectionId } };
  const begin = (text: string) => ({
    refreshes,
    onDone: () => {
      tell({ text });
      onClose();
    },
  });
  const resume = useChange(resumeSync, begin(`Reading ${name} goes on.`));
  const look = useChange(syncNow, begin(`What is missing of ${name} is read.`));
  const again = useChange(readConnectionAgain, begin(`${name} is read again. What is here stays meanwhile.`));
  const missing = state === 'paused' ? resume : look;
  const chosen = scope === 'everything' ? again : missing;
  return { start: () => chosen.mutate(given), isBusy: chosen.isPending, error: chosen.error };
}

const PlannedCost = ({ connectionId, scope }: { readonly connectionId: number; readonly scope: Scope }) => {
  const answer = useAnswer(planSync, { params: { connectionId }, query: { scope } });
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Counting what it would cost" rows={8} />}>
      {(plan) => (
        <>
          <p className={styles['sentence']}>{plan.sentence}</p>
          {plan.hours !== undefined && (
            <p>
              {toHourWords(plan.hours)}
              {plan.boundBy !== undefined && `; what holds it up longest is ${toBoundWords(plan.boundBy)}`}.
            </p>
          )}
          <PlanTable plan={plan} />
          {scope === 'everything' && <p>What is here stays while everything is read again.</p>}
          <ul className={styles['assumptions']}>
            {plan.assumptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
};
