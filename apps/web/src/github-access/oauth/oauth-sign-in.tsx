import { Button } from '@primer/react';
import { beginOauth, finishOauth, type OauthApp } from '@throughline/contract';
import { useState } from 'react';
import { useCall } from '../../api/api-context.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import styles from '../asked.module.css';
import { LeavingNotice } from '../leaving/leaving-notice.tsx';
import { useLeaving } from '../leaving/use-leaving.ts';
import type { StepProps } from '../wizard/step-props.ts';

interface Props extends StepProps {
  readonly apps: readonly OauthApp[];
  readonly app: OauthApp;
  readonly onChoose: (app: OauthApp) => void;
  readonly onAdd: () => void;
}

/** What is asked for, and the button that leads to GitHub's consent. */
export const OauthSignIn = ({ state: { data, report }, send, apps, app, onChoose, onAdd }: Props) => {
  const call = useCall();
  const [readsPrivate, setReadsPrivate] = useState(true);
  const { state, leave, leaveHere } = useLeaving({
    purpose: 'oauth-connect',
    begin: () =>
      call(beginOauth, {
        params: { registrationId: app.registrationId },
        body: { data: [...data], readsPrivate },
      }),
    finish: finishOauth,
    onReturned: (found) => send({ kind: 'report-found', report: found }),
  });
  const readsRepositories = data.includes('pull-requests') || data.includes('files');
  return (
    <>
      {apps.length > 1 && (
        <RadioChoices
          label="OAuth app"
          chosen={String(app.registrationId)}
          onChoose={(value) => {
            const picked = apps.find(({ registrationId }) => String(registrationId) === value);
            if (picked !== undefined) onChoose(picked);
          }}
          choices={apps.map(({ registrationId, name }) => ({ value: String(registrationId), name }))}
        />
      )}
      <div className={styles['asked']}>
        <p>GitHub will ask you to allow:</p>
        <ul className={styles['permissions']}>
          <li>
            <code>read:org</code>: which organisations you are in, their members and teams. Reading only.
          </li>
          {readsRepositories && readsPrivate && (
            <li>
              <code>repo</code>: private repositories. GitHub has no narrower scope for an OAuth app: it could
              also write. Throughline doesn’t.
            </li>
          )}
        </ul>
      </div>
      {readsRepositories && (
        <CheckField
          label="Private repositories too"
          caption="Without them, only what is public is read, and no scope to write is asked for."
          isOn={readsPrivate}
          onChange={setReadsPrivate}
        />
      )}
      <div className={styles['buttons']}>
        <Button variant={report === undefined ? 'primary' : 'default'} onClick={leave}>
          Sign in with GitHub
        </Button>
        <Button variant="invisible" onClick={leaveHere}>
          In this window
        </Button>
        <Button variant="invisible" onClick={onAdd}>
          Register another OAuth app
        </Button>
      </div>
      <LeavingNotice state={state} />
    </>
  );
};
