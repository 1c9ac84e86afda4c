import { Dialog, SegmentedControl } from '@primer/react';
import {
  type ConnectionSummary,
  getSync,
  listRepositorySync,
  listRepositorySyncRows,
  planSync,
  readConnectionAgain,
  resumeSync,
  type SyncPlan,
  syncNow,
} from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTell } from '../ui/tell-context.ts';
import { useParam } from '../ui/use-param.ts';
import styles from './plan-dialog.module.css';
import { PlanTable } from './plan-table.tsx';
import { toBoundWords } from './plan-words.ts';

const scopes = ['missing', 'everything'] as const;
export type PlanScope = (typeof scopes)[number];

const refreshes = [getSync, listRepositorySync, listRepositorySyncRows];

interface Props {
  readonly connection: ConnectionSummary;
  /** What is planned first. */
  readonly begin: PlanScope;
  readonly onClose: () => void;
}

/** What reading would cost, before it begins. */
export const PlanDialog = ({ connection, begin, onClose }: Props) => {
  const [scope, setScope] = useState<PlanScope>(begin);
  const { start, isBusy, error } = useStart(connection, scope, onClose);
  const given = { params: { connectionId: connection.connectionId }, query: { scope } };
  const answer = useAnswer(planSync, given);
  const [, setOrder] = useParam('sort');
  const isNothing = answer.data?.repositories === 0;
  const hasGaps = scope === 'missing' && (answer.data?.gapped.repositories ?? 0) > 0;
  const showGaps = () => {
    setOrder('least-complete');
    onClose();
  };
  return (
    <Dialog
      title={`Plan a backfill of ${connection.name}`}
      // Room for every column of the table.
      width="46rem"
      position={{ narrow: 'fullscreen', regular: 'center' }}
      onClose={onClose}
      footerButtons={[
        { content: isNothing ? 'Close' : 'Not now', onClick: onClose },
        ...(hasGaps ? [{ content: 'Show what has gaps', onClick: showGaps }] : []),
        ...(isNothing
          ? []
          : [{ content: verbs[scope], buttonType: 'primary' as const, onClick: start, loading: isBusy }]),
      ]}
    >
      <div className={styles['plan']}>
        <SegmentedControl aria-label="What to read" onChange={(at) => setScope(scopes[at] ?? 'missing')}>
          <SegmentedControl.Button selected={scope === 'missing'}>What is missing</SegmentedControl.Button>
          <SegmentedControl.Button selected={scope === 'everything'}>
            Everything again
          </SegmentedControl.Button>
        </SegmentedControl>
        <Loaded answer={answer} skeleton={<Skeleton label="Counting what it would cost" rows={8} />}>
          {(plan) => <PlannedCost plan={plan} scope={scope} />}
        </Loaded>
        {error !== null && <FailureMessage error={error} isAnswer />}
      </div>
    </Dialog>
  );
};

const verbs: Readonly<Record<PlanScope, string>> = {
  missing: 'Read what is missing',
  everything: 'Read everything again',
};

function useStart({ connectionId, name, state }: ConnectionSummary, scope: PlanScope, onClose: () => void) {
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

const PlannedCost = ({ plan, scope }: { readonly plan: SyncPlan; readonly scope: PlanScope }) => (
  <>
    <p className={styles['sentence']}>{plan.sentence}</p>
    {plan.boundBy !== undefined && <p>What holds it up longest is {toBoundWords(plan.boundBy)}.</p>}
    {plan.repositories > 0 && <PlanTable plan={plan} />}
    {scope === 'everything' && <p>What is here stays while everything is read again.</p>}
    {plan.repositories > 0 && (
      <ul className={styles['assumptions']}>
        {plan.assumptions.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    )}
  </>
);
