import { Button } from '@primer/react';
import {
  type Action,
  askForActions,
  type ConnectionActions,
  type ConnectionDetail,
  getConnectionActions,
} from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import { Section } from '../../ui/section.tsx';
import styles from '../connection/connection-parts.module.css';
import { ActionChoices } from './action-choices.tsx';
import { MakeActingApp } from './make-acting-app.tsx';

interface Props {
  readonly connection: ConnectionDetail;
  readonly known: ConnectionActions;
}

const ownApp = 'own';

/** Chooses what to ask for, and by which App. */
export const AskToAct = ({ connection, known }: Props) => {
  const [chosen, setChosen] = useState<readonly Action[]>([]);
  const [way, setWay] = useState(ownApp);
  const ways = listWays(known, connection.organisation);
  return (
    <>
      <Section title="What to ask for">
        <ActionChoices actions={known.actions} chosen={chosen} onChoose={setChosen} />
      </Section>
      {ways.length > 1 && (
        <Section title="By which app">
          <div className={styles['choices']}>
            <RadioChoices label="By which app" chosen={way} choices={ways} onChoose={setWay} />
          </div>
        </Section>
      )}
      {way === ownApp ? (
        <MakeActingApp connection={connection} actions={chosen} />
      ) : (
        <AskKnownApp connection={connection} actions={chosen} registrationId={Number(way)} />
      )}
    </>
  );
};

const listWays = ({ apps, reads }: ConnectionActions, organisation: string) => [
  {
    value: ownApp,
    name: 'An app of its own',
    caption: 'GitHub makes it for you. It reads nothing, and what reads is granted nothing more.',
  },
  ...apps.map(({ registrationId, name }) => ({
    value: String(registrationId),
    name,
    caption: 'It was made here to act, and can be installed on further organisations.',
  })),
  ...(reads === undefined
    ? []
    : [
        {
          value: String(reads.registrationId),
          name: `More permissions of ${reads.name}`,
          caption: `The app ${organisation} is read by. Its owner adds them on GitHub, and an owner of ${organisation} accepts them. Reading goes on with tokens that can only read.`,
        },
      ]),
];

interface KnownProps {
  readonly connection: ConnectionDetail;
  readonly actions: readonly Action[];
  readonly registrationId: number;
}

const AskKnownApp = ({ connection: { connectionId }, actions, registrationId }: KnownProps) => {
  const change = useChange(askForActions, { refreshes: [getConnectionActions] });
  return (
    <div className={styles['part']}>
      <div>
        <Button
          variant="primary"
          loading={change.isPending}
          onClick={() =>
            change.mutate({ params: { connectionId }, body: { registrationId, actions: [...actions] } })
          }
        >
          Ask for it
        </Button>
      </div>
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </div>
  );
};
