import { Button } from '@primer/react';
import { useQueryClient } from '@tanstack/react-query';
import {
  type Action,
  beginActingApp,
  type ConnectionDetail,
  finishAppManifest,
  getConnectionActions,
} from '@throughline/contract';
import { useState } from 'react';
import { useCall } from '../../api/api-context.ts';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import { Section } from '../../ui/section.tsx';
import styles from '../connection/connection-parts.module.css';
import { LeavingNotice } from '../leaving/leaving-notice.tsx';
import { useLeaving } from '../leaving/use-leaving.ts';

interface Props {
  readonly connection: ConnectionDetail;
  readonly actions: readonly Action[];
}

/** Leads to GitHub with what the App that acts shall be; GitHub makes it, and goes on to installing it. */
export const MakeActingApp = ({ connection: { connectionId, organisation }, actions }: Props) => {
  const call = useCall();
  const queries = useQueryClient();
  const [isOfOrganisation, setIsOfOrganisation] = useState(true);
  const [isAsked, setIsAsked] = useState(false);
  const { state, leave, leaveHere } = useLeaving({
    purpose: 'app-manifest',
    begin: () =>
      call(beginActingApp, {
        params: { connectionId },
        body: {
          owner: isOfOrganisation ? { kind: 'organisation', login: organisation } : { kind: 'own-account' },
          actions: [...actions],
        },
      }),
    finish: finishAppManifest,
    onReturned: () => void queries.invalidateQueries({ queryKey: [getConnectionActions.id] }),
  });
  const isMissing = isAsked && actions.length === 0;
  const go = (how: () => void) => () => {
    setIsAsked(true);
    if (actions.length > 0) how();
  };
  return (
    <Section title="An app of its own">
      <div className={styles['part']}>
        <p className={styles['text']}>
          GitHub makes it for you. It reads nothing, and what reads is granted nothing more. Who shall own it?
        </p>
        <RadioChoices
          label="Who owns it"
          chosen={isOfOrganisation ? 'organisation' : 'own-account'}
          choices={[
            {
              value: 'organisation',
              name: `${organisation} owns it`,
              caption: 'It is installed there and nowhere else. You must be an owner.',
            },
            {
              value: 'own-account',
              name: 'Your own account owns it',
              caption: 'Other organisations can install it too; an owner of each decides.',
            },
          ]}
          onChoose={(chosen) => setIsOfOrganisation(chosen === 'organisation')}
        />
        <div className={styles['bar']}>
          <Button variant="primary" onClick={go(leave)}>
            Create the app on GitHub
          </Button>
          <Button variant="invisible" onClick={go(leaveHere)}>
            In this window
          </Button>
        </div>
        <output>{isMissing && 'Choose above what to ask for, at least one of them.'}</output>
        <LeavingNotice state={state} />
      </div>
    </Section>
  );
};
