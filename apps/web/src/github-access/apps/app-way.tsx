import { Button } from '@primer/react';
import { type GithubApp, listGithubApps, type RouteAnswer } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CredentialFound } from '../wizard/credential-found.tsx';
import type { StepProps } from '../wizard/step-props.ts';
import { AppSignIn } from './app-sign-in.tsx';
import { NewApp } from './new-app.tsx';

/** Connects by a GitHub App: one that is made now, or was before, and the organisations it is installed on. */
export const AppWay = ({ state, send }: StepProps) => {
  const answer = useAnswer(listGithubApps, { query: { address: state.host.address } });
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Looking for GitHub Apps of this host" />}>
      {(known) => <Chosen state={state} send={send} known={known} />}
    </Loaded>
  );
};

const Chosen = ({
  state,
  send,
  known,
}: StepProps & { readonly known: RouteAnswer<typeof listGithubApps> }) => {
  const [added, setAdded] = useState<GithubApp>();
  const [chosen, setChosen] = useState<string>();
  const [isAdding, setIsAdding] = useState(false);
  const app = known.apps.find(({ registrationId }) => String(registrationId) === chosen) ?? known.apps[0];
  if (app === undefined || isAdding) {
    return (
      <NewApp
        state={state}
        send={send}
        asked={known.asked}
        onAdded={(one) => {
          setAdded(one);
          setChosen(String(one.registrationId));
          setIsAdding(false);
        }}
        onBack={app === undefined ? undefined : () => setIsAdding(false)}
      />
    );
  }
  return (
    <>
      <AppChoice apps={known.apps} app={app} onChoose={setChosen} />
      <AppSignIn
        key={app.registrationId}
        state={state}
        send={send}
        app={app}
        isNew={added?.madeHow === 'manifest' && added.registrationId === app.registrationId}
      />
      <div>
        <Button variant="invisible" onClick={() => setIsAdding(true)}>
          Use another app
        </Button>
      </div>
      {state.report !== undefined && <CredentialFound report={state.report} send={send} />}
    </>
  );
};

interface ChoiceProps {
  readonly apps: readonly GithubApp[];
  readonly app: GithubApp;
  readonly onChoose: (registrationId: string) => void;
}

const AppChoice = ({ apps, app, onChoose }: ChoiceProps) =>
  apps.length > 1 && (
    <SelectField
      label="App"
      value={String(app.registrationId)}
      options={apps.map(({ registrationId, name }) => ({ value: String(registrationId), name }))}
      onChange={onChoose}
    />
  );
