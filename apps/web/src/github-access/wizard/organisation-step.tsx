import { OrganizationIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import type { TokenReport } from '@throughline/contract';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { findObstacle } from './advance-wizard.ts';
import { OrganisationChoice } from './organisation-choice.tsx';
import type { StepProps } from './step-props.ts';

/** Which organisation, and what the connection is called. */
export const OrganisationStep = ({ state: { report, organisation }, send }: StepProps) => {
  const offered = report?.organisations ?? [];
  const free = offered.filter((candidate) => findObstacle(candidate) === undefined);
  const first = organisation?.login ?? free[0]?.login;
  return first === undefined ? (
    <>
      {offered.length > 0 && (
        <OrganisationChoice offered={offered} chosen={undefined} onChoose={() => undefined} />
      )}
      <EmptyState
        cause="not-for-you"
        icon={OrganizationIcon}
        next={
          <Button onClick={() => send({ kind: 'step-opened', step: 'token' })}>Test a token again</Button>
        }
      >
        This token reaches no organisation that could be connected now. Throughline reads organisations of
        which the token’s owner is a member, never personal repositories.
      </EmptyState>
    </>
  ) : (
    <Choice offered={offered} first={first} name={organisation?.name ?? ''} send={send} />
  );
};

interface ChoiceProps extends Pick<StepProps, 'send'> {
  readonly offered: TokenReport['organisations'];
  readonly first: string;
  readonly name: string;
}

const Choice = ({ offered, first, name: given, send }: ChoiceProps) => {
  const [login, setLogin] = useState(first);
  const { field, submit } = useForm({
    initial: { name: given },
    // Left empty, the organisation's own name serves.
    schema: undefined,
    onSubmit: ({ name }) => send({ kind: 'organisation-chosen', login, name: name.trim() || login }),
  });
  return (
    <Form onSubmit={submit} button="Continue" isBusy={false}>
      <OrganisationChoice offered={offered} chosen={login} onChoose={setLogin} />
      <TextField
        label="Name of the connection"
        field={field('name')}
        caption={`How it is called here. Left empty, it is called ${login}.`}
      />
    </Form>
  );
};
