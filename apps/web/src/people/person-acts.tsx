import { Button } from '@primer/react';
import { listPersonActs, type PersonAct, undoPersonAct } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Moment } from '../ui/moment.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './people.module.css';
import { personAnswers } from './person-answers.data.ts';

/** What was done together lately, by anybody; each can be undone. */
export const PersonActs = () => {
  const acts = useAnswer(listPersonActs);
  return (
    <Loaded answer={acts} skeleton={<Skeleton label="Loading what was done lately" rows={2} />}>
      {(answer) =>
        answer.acts.length === 0 ? (
          <p>Nothing was linked, merged or split together yet.</p>
        ) : (
          <ActList acts={answer.acts} />
        )
      }
    </Loaded>
  );
};

/** Merges, splits and links made together, newest first, each with its undoing. */
export const ActList = ({ acts }: { readonly acts: readonly PersonAct[] }) => {
  const tell = useTell();
  const undo = useChange(undoPersonAct, { refreshes: personAnswers });
  return (
    <>
      <ul className={styles['list']}>
        {acts.map(({ personActId, text, doneAt, doneBy, isUndone }) => (
          <li key={personActId}>
            {text} <Moment at={doneAt} />
            {doneBy !== undefined && ` by ${doneBy}`}.{' '}
            {isUndone ? (
              'Undone.'
            ) : (
              <Button
                size="small"
                aria-label={`Undo: ${text}`}
                loading={undo.isPending && undo.variables.params?.personActId === personActId}
                onClick={() =>
                  undo.mutate(
                    { params: { personActId } },
                    { onSuccess: () => tell({ text: 'Undone: everything is as it was before.' }) },
                  )
                }
              >
                Undo
              </Button>
            )}
          </li>
        ))}
      </ul>
      {undo.isError && <FailureMessage error={undo.error} isAnswer />}
    </>
  );
};
