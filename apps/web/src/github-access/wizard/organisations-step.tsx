import { OrganizationIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import type { CredentialReport } from '@throughline/contract';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { toCount } from '../../ui/number-words.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { findCredential } from './advance-wizard.ts';
import { LookAgain } from './look-again.tsx';
import { OrganisationsChoice } from './organisations-choice.tsx';
import type { StepProps } from './step-props.ts';
import type { ChosenOrganisation } from './wizard-state.ts';

const AppOrganisations = lazy(async () => ({
  default: (await import('../apps/app-organisations.tsx')).AppOrganisations,
}));

/** Which organisations, and what their connections are called. */
export const OrganisationsStep = ({ state, send }: StepProps) => (
  <>
    {state.report?.registrationId !== undefined && state.report.way === 'app' && (
      <Suspense fallback={<Skeleton label="Preparing the app’s organisations" />}>
        <AppOrganisations state={state} send={send} registrationId={state.report.registrationId} />
      </Suspense>
    )}
    <Offered state={state} send={send} />
    {state.report?.credentialId !== undefined && (
      <LookAgain state={state} send={send} report={state.report} credentialId={state.report.credentialId} />
    )}
  </>
);

const Offered = ({ state: { report, organisations }, send }: StepProps) => {
  const offered = report?.organisations ?? [];
  const first = offered.find((organisation) => findCredential(organisation) !== undefined);
  return first === undefined ? (
    <>
      <OrganisationsChoice offered={offered} chosen={new Set()} onChoose={() => undefined} />
      <EmptyState
        cause="not-for-you"
        icon={OrganizationIcon}
        next={
          <Button onClick={() => send({ kind: 'step-opened', step: 'credential' })}>
            Choose another credential
          </Button>
        }
      >
        {report?.way === 'app'
          ? 'Nothing can be connected with this app now. Once what is missing is there, press Refresh.'
          : 'Nothing can be connected with this now. Throughline reads organisations that its owner is a member of, never personal repositories.'}
      </EmptyState>
    </>
  ) : (
    <Choice
      key={offered.map(({ login, obstacle }) => `${login} ${obstacle?.kind ?? ''}`).join()}
      offered={offered}
      initial={organisations ?? [{ login: first.login, name: '', credentialId: 0 }]}
      send={send}
    />
  );
};

interface ChoiceProps extends Pick<StepProps, 'send'> {
  readonly offered: CredentialReport['organisations'];
  readonly initial: readonly ChosenOrganisation[];
}

const Choice = ({ offered, initial, send }: ChoiceProps) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(initial.map(({ login }) => login)));
  const [names, setNames] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(initial.map(({ login, name }) => [login, name === login ? '' : name])),
  );
  // In the order offered; left empty, the organisation's own name serves.
  const organisations = offered.flatMap((organisation): readonly ChosenOrganisation[] => {
    const { login } = organisation;
    const credentialId = findCredential(organisation);
    if (credentialId === undefined || !chosen.has(login)) return [];
    return [{ login, name: names[login]?.trim() || login, credentialId }];
  });
  const choose = (login: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(login);
    else next.delete(login);
    setChosen(next);
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (organisations.length > 0) send({ kind: 'organisations-chosen', organisations });
      }}
      button={toButton(organisations.length)}
      isBusy={false}
    >
      <OrganisationsChoice offered={offered} chosen={chosen} onChoose={choose} />
      {organisations.map(({ login }) => (
        <TextField
          key={login}
          label={organisations.length === 1 ? 'Name of the connection' : `Name of the connection to ${login}`}
          caption={`How it is called here. Left empty, it is called ${login}.`}
          field={{
            value: names[login] ?? '',
            need: undefined,
            onChange: (name) => setNames({ ...names, [login]: name }),
            onBlur: () => undefined,
          }}
        />
      ))}
    </Form>
  );
};

const toButton = (count: number): string => {
  if (count === 0) return 'Choose at least one organisation';
  return count === 1 ? 'Continue' : `Continue with ${toCount(count, 'organisation')}`;
};
