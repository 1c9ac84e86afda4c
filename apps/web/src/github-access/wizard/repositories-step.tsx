import { listOfferedRepositories } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Form } from '../../ui/form.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RepositoriesForm } from './repositories-form.tsx';
import { RepositoryRules } from './repository-rules.tsx';
import type { StepProps } from './step-props.ts';
import { allRepositories, type ChosenOrganisation, type RepositoryChoice } from './wizard-state.ts';

/** Which repositories: all current and future ones by rule, or some; of several organisations by rule alone. */
export const RepositoriesStep = ({ state: { organisations = [], repositories }, send }: StepProps) => {
  const onChosen = (choice: RepositoryChoice) => send({ kind: 'repositories-chosen', repositories: choice });
  const [only, ...others] = organisations;
  if (only === undefined) return undefined;
  return others.length === 0 ? (
    <OfOne organisation={only} initial={repositories} onChosen={onChosen} />
  ) : (
    <OfSeveral initial={repositories} onChosen={onChosen} />
  );
};

interface Props {
  readonly initial: RepositoryChoice | undefined;
  readonly onChosen: (choice: RepositoryChoice) => void;
}

const OfOne = ({
  organisation,
  initial,
  onChosen,
}: Props & { readonly organisation: ChosenOrganisation }) => {
  const { credentialId, login } = organisation;
  const offered = useAnswer(listOfferedRepositories, { params: { credentialId, login } });
  return (
    <Loaded answer={offered} skeleton={<Skeleton label="Asking GitHub for its repositories" rows={6} />}>
      {(answer) => <RepositoriesForm offered={answer.repositories} initial={initial} onChosen={onChosen} />}
    </Loaded>
  );
};

const OfSeveral = ({ initial, onChosen }: Props) => {
  const [choice, setChoice] = useState(initial?.kind === 'all' ? initial : allRepositories);
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        onChosen(choice);
      }}
      button="Continue"
      isBusy={false}
    >
      <p>
        All current and future ones of each organisation. To pick some, connect one organisation at a time, or
        choose afterwards on its connection’s page.
      </p>
      <RepositoryRules choice={choice} onChange={setChoice} />
    </Form>
  );
};
