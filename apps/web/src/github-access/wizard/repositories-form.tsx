import type { OfferedRepository } from '@throughline/contract';
import { useState } from 'react';
import { CheckField } from '../../ui/check-field.tsx';
import { Form } from '../../ui/form.tsx';
import { toCount } from '../../ui/number-words.ts';
import { PickList } from '../../ui/pick-list.tsx';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import { chooseRepositories } from './estimate-reading.ts';
import { offeredColumns } from './offered-columns.tsx';
import type { RepositoryChoice } from './wizard-state.ts';

interface Props {
  readonly offered: readonly OfferedRepository[];
  readonly initial: RepositoryChoice | undefined;
  readonly onChosen: (choice: RepositoryChoice) => void;
}

const everything: RepositoryChoice = {
  kind: 'all',
  picked: [],
  includesArchived: false,
  includesForks: false,
};

/** All current and future repositories, with a rule for archived ones and forks, or some picked by hand. */
export const RepositoriesForm = ({ offered, initial = everything, onChosen }: Props) => {
  const [choice, setChoice] = useState(initial);
  const chosen = chooseRepositories(offered, choice);
  const archived = offered.filter(({ isArchived }) => isArchived).length;
  const forks = offered.filter(({ isFork }) => isFork).length;
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
        <>
          <CheckField
            label={`Read archived repositories too (${archived} now)`}
            isOn={choice.includesArchived}
            onChange={(includesArchived) => setChoice({ ...choice, includesArchived })}
          />
          <CheckField
            label={`Read forks too (${forks} now)`}
            isOn={choice.includesForks}
            onChange={(includesForks) => setChoice({ ...choice, includesForks })}
          />
        </>
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
