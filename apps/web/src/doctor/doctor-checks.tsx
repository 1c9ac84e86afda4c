import { SyncIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import { type DoctorAnswer, getConnectionDoctor, getWorkspaceDoctor } from '@throughline/contract';
import { useState } from 'react';
import { useCall } from '../api/api-context.ts';
import { answerOptions, useAnswer } from '../api/use-answer.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Moment } from '../ui/moment.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { CheckList } from './check-list.tsx';
import styles from './doctor-checks.module.css';
import { mergeChecks } from './merge-checks.ts';

/** Everything that can be checked about a connection, with what to do about what is not well. */
export const DoctorChecks = ({ connectionId }: { readonly connectionId: number }) => {
  const answer = useAnswer(getConnectionDoctor, { params: { connectionId } });
  const one = useOneAgain(connectionId);
  return <Checks answer={answer} label="Checking the connection" one={one} />;
};

/** Everything that can be checked about this Throughline itself, whatever is connected. */
export const WorkspaceChecks = () => (
  <Checks answer={useAnswer(getWorkspaceDoctor)} label="Checking this Throughline" />
);

interface ChecksProps {
  readonly answer: UseQueryResult<DoctorAnswer>;
  readonly label: string;
  readonly one?: ReturnType<typeof useOneAgain>;
}

const Checks = ({ answer, label, one }: ChecksProps) => {
  const again = () => void answer.refetch();
  return (
    <Loaded answer={answer} skeleton={<Skeleton label={label} rows={6} rowHeight={72} />}>
      {({ sentence, checkedAt, checks }) => (
        <div className={styles['doctor']} aria-busy={answer.isFetching}>
          <div className={styles['head']}>
            <output className={styles['sentence']}>{sentence}</output>
            <span className={styles['muted']}>
              Checked <Moment at={checkedAt} />
            </span>
            <Button leadingVisual={SyncIcon} loading={answer.isFetching} onClick={again}>
              Check all again
            </Button>
          </div>
          {answer.isRefetchError && <FailureMessage error={answer.error} isAnswer />}
          {one?.error !== undefined && <FailureMessage error={one.error} isAnswer />}
          <CheckList
            checks={checks}
            onAgain={again}
            {...(one === undefined ? {} : { onOneAgain: one.ask, asking: one.asking })}
          />
        </div>
      )}
    </Loaded>
  );
};

/** One check again, with those it rests on; the others stay as they were. */
function useOneAgain(connectionId: number) {
  const call = useCall();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<string>();
  const [error, setError] = useState<unknown>();
  const ask = (id: string) => {
    setAsking(id);
    setError(undefined);
    const { queryKey } = answerOptions(call, getConnectionDoctor, { params: { connectionId } });
    call(getConnectionDoctor, { params: { connectionId }, query: { only: id } })
      .then((fresh) =>
        queries.setQueryData<DoctorAnswer>(queryKey, (before) => before && mergeChecks(before, fresh)),
      )
      .catch(setError)
      .finally(() => setAsking(undefined));
  };
  return { ask, asking, error };
}
