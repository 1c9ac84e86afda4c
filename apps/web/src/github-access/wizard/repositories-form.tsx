import { Checkbox, FormControl, Radio, RadioGroup } from '@primer/react';
import type { OfferedRepository } from '@throughline/contract';
import { useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { toCount } from '../../ui/number-words.ts';
import { PickList } from '../../ui/pick-list.tsx';
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
      <RadioGroup
        name="choice"
        onChange={(value) => setChoice({ ...choice, kind: value === 'some' ? 'some' : 'all' })}
      >
        <RadioGroup.Label visuallyHidden>Which repositories</RadioGroup.Label>
        <FormControl>
          <Radio value="all" checked={choice.kind === 'all'} />
          <FormControl.Label>All current and future ones</FormControl.Label>
          <FormControl.Caption>New repositories are read as they appear.</FormControl.Caption>
        </FormControl>
        <FormControl>
          <Radio value="some" checked={choice.kind === 'some'} />
          <FormControl.Label>Some</FormControl.Label>
          <FormControl.Caption>Exactly those you pick; new ones stay out.</FormControl.Caption>
        </FormControl>
      </RadioGroup>
      {choice.kind === 'all' ? (
        <>
          <Rule
            label={`Read archived repositories too (${archived} now)`}
            isOn={choice.includesArchived}
            onChange={(includesArchived) => setChoice({ ...choice, includesArchived })}
          />
          <Rule
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

interface RuleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

const Rule = ({ label, isOn, onChange }: RuleProps) => (
  <FormControl>
    <Checkbox checked={isOn} onChange={(event) => onChange(event.target.checked)} />
    <FormControl.Label>{label}</FormControl.Label>
  </FormControl>
);
