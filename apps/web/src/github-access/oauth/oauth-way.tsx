import { Button } from '@primer/react';
import { listOauthApps, type OauthApp } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CredentialFound } from '../wizard/credential-found.tsx';
import type { StepProps } from '../wizard/step-props.ts';
import { OauthSignIn } from './oauth-sign-in.tsx';
import { RegisterOauthApp } from './register-oauth-app.tsx';

/** Signs in by an OAuth app of one's own, which is registered here first, and says what the sign-in sees. */
export const OauthWay = ({ state, send }: StepProps) => {
  const answer = useAnswer(listOauthApps, { query: { address: state.host.address } });
  const [isAdding, setIsAdding] = useState(false);
  const [chosen, setChosen] = useState<OauthApp>();
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Looking for OAuth apps of this host" />}>
      {({ apps, place }) => {
        const app = apps.find(({ registrationId }) => registrationId === chosen?.registrationId) ?? apps[0];
        if (app === undefined || isAdding) {
          return (
            <RegisterOauthApp
              host={state.host}
              place={place}
              onRegistered={(registered) => {
                setChosen(registered);
                setIsAdding(false);
              }}
              aside={
                app !== undefined && (
                  <Button variant="invisible" onClick={() => setIsAdding(false)}>
                    Use {app.clientId}
                  </Button>
                )
              }
            />
          );
        }
        return (
          <>
            <OauthSignIn
              state={state}
              send={send}
              apps={apps}
              app={app}
              onChoose={setChosen}
              onAdd={() => setIsAdding(true)}
            />
            {state.report !== undefined && <CredentialFound report={state.report} send={send} />}
          </>
        );
      }}
    </Loaded>
  );
};
