import { Button } from '@primer/react';
import type { AppReport, GithubApp } from '@throughline/contract';
import styles from '../asked.module.css';
import { LeavingNotice } from '../leaving/leaving-notice.tsx';
import type { StepProps } from '../wizard/step-props.ts';
import { useAppOrganisations } from './use-app-organisations.ts';

interface Props extends StepProps {
  readonly app: GithubApp;
  /** It was made a moment ago, and is installed nowhere. */
  readonly isNew: boolean;
}

/** Where an App is to be installed, and the sign-in that lists the organisations it is installed on. */
export const AppSignIn = ({ state: { data }, send, app, isNew }: Props) => {
  const { registrationId, name, ownerLogin, installUrl } = app;
  const onListed = (report: AppReport) => {
    send({ kind: 'report-found', report });
    if (report.organisations.length > 0) send({ kind: 'report-accepted' });
  };
  const { state, leave, leaveHere } = useAppOrganisations({ registrationId, data, onListed });
  return (
    <>
      <p>
        {isNew ? 'GitHub has made ' : ''}
        <strong>{name}</strong>
        {ownerLogin === undefined ? '' : `, of ${ownerLogin}`}
        {isNew
          ? '. The other window goes on to installing it: GitHub asks on which organisation, and which of its repositories. If you closed it, go there from here.'
          : '.'}
      </p>
      <div className={styles['buttons']}>
        <Button
          as="a"
          href={installUrl}
          target="_blank"
          rel="noreferrer"
          variant={isNew ? 'primary' : 'default'}
        >
          Install on GitHub
        </Button>
        <Button variant={isNew ? 'default' : 'primary'} onClick={leave}>
          Retrieve organisations via OAuth
        </Button>
        <Button variant="invisible" onClick={leaveHere}>
          In this window
        </Button>
      </div>
      <p className={styles['quiet']}>
        You sign in at GitHub once, so that only organisations are listed that you may see. That sign-in is
        ended as soon as they are; what is connected does not depend on it.
      </p>
      <LeavingNotice state={state} />
    </>
  );
};
