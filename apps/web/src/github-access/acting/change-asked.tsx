import { Button } from '@primer/react';
import {
  type ActingBy,
  type Action,
  askForActions,
  type ConnectionActions,
  type ConnectionDetail,
  getConnectionActions,
} from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Section } from '../../ui/section.tsx';
import { useTell } from '../../ui/tell-context.ts';
import styles from '../connection/connection-parts.module.css';
import { ActionChoices } from './action-choices.tsx';

interface Props {
  readonly connection: ConnectionDetail;
  readonly known: ConnectionActions;
  readonly by: ActingBy;
}

/** Asks the same App for more, or for less. */
export const ChangeAsked = ({ connection: { connectionId, organisation }, known, by }: Props) => {
  const asked = known.actions.filter(({ state }) => state !== 'not-asked').map(({ action }) => action);
  const [chosen, setChosen] = useState<readonly Action[]>();
  const tell = useTell();
  const change = useChange(askForActions, {
    refreshes: [getConnectionActions],
    onDone: () => {
      setChosen(undefined);
      tell({ text: `What is asked for of ${organisation} is changed.` });
    },
  });
  return (
    <Section
      title="Ask for more or less"
      aside={
        chosen === undefined && (
          <Button size="small" onClick={() => setChosen(asked)}>
            Change
          </Button>
        )
      }
    >
      {chosen === undefined ? (
        <p className={styles['text']}>
          It is asked of the same app, {by.name}. For another app, take back what was asked for first.
        </p>
      ) : (
        <div className={styles['part']}>
          <ActionChoices actions={known.actions} chosen={chosen} onChoose={setChosen} />
          <div className={styles['bar']}>
            <Button
              variant="primary"
              loading={change.isPending}
              onClick={() =>
                change.mutate({
                  params: { connectionId },
                  body: { registrationId: by.registrationId, actions: [...chosen] },
                })
              }
            >
              Save what is asked for
            </Button>
            <Button onClick={() => setChosen(undefined)}>Keep it as it is</Button>
          </div>
          {change.isError && <FailureMessage error={change.error} isAnswer />}
        </div>
      )}
    </Section>
  );
};
