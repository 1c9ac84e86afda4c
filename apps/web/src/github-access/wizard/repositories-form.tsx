import type { OfferedRepository } from '@throughline/contract';
import { useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { toCount } from '../../ui/number-words.ts';
import { PickList } from '../../ui/pick-list.tsx';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import { chooseRepositories } from './estimate-reading.ts';
import { offeredColumns } from './offered-columns.tsx';
import { RepositoryRules } from './repository-rules.tsx';
import { allRepositories, type RepositoryChoice } from './wizard-state.ts';

interface Props {
  readonly offered: readonly OfferedRepository[];
  readonly initial: RepositoryChoice | undefined;
  readonly onChosen: (choice: RepositoryChoice) => void;
}

/** All current and future repositories, with a rule for archived ones and forks, or some picked by hand. */
export const RepositoriesForm = ({ offered, initial = allRepositories, onChosen }: Props) => {
  const [choice, setChoice] = useState(initial);
  const chosen = chooseRepositories(offered, choice);
  const isNone = choice.kind === 'some' && chosen.length === 0;

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNone) onChosen(choice);
      }}
      button={
        isNone
          ? 'Pick at least one repository'
          : `Continue with ${toCount(chosen.length, 'repository', 'repositories')}`
      }
      isBusy={false}
      isWide
    >
      <RadioChoices
        label="Which repositories"
        chosen={choice.kind}
        onChoose={(value) => setChoice({ ...choice, kind: value === 'some' ? 'some' : 'all' })}
        choices={[
          {
            value: 'all',
            name: 'All current and future ones',
            caption: 'New repositories are read as they appear.',
          },
          { value: 'some', name: 'Some', caption: 'Exactly those you pick; new ones stay out.' },
        ]}
      />
      {choice.kind === 'all' ? (
        <RepositoryRules choice={choice} onChange={setChoice} offered={offered} />
      ) : (
        <PickList
          nouns={['repository', 'repositories']}
          rows={offered}
          toId={({ githubId }) => githubId}
          toName={({ fullName }) => fullName}
          columns={offeredColumns}
          picked={new Set(choice.picked)}
          onPick={(picked) => setChoice({ ...choice, picked: [...picked] })}
        />
      )}
    </Form>
  );
};
