import { Button } from '@primer/react';
import { CheckField } from '../../ui/check-field.tsx';
import { Form } from '../../ui/form.tsx';
import { toCount } from '../../ui/number-words.ts';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import type { ChoiceDraft } from './choice-draft.ts';
import styles from './connection-parts.module.css';

interface Props {
  readonly draft: ChoiceDraft;
  readonly isChanged: boolean;
  readonly effect: { readonly begun: number; readonly ended: number };
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onChange: (draft: ChoiceDraft) => void;
  readonly onSave: () => void;
  readonly onDrop: () => void;
}

/** All by rule, or some by name; what saving would change stands beside the button. */
export const ChoiceForm = ({ draft, isChanged, effect, isBusy, error, onChange, onSave, onDrop }: Props) => {
  const isNone = draft.repositoryChoice === 'some' && draft.picked.length === 0;
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && !isNone) onSave();
      }}
      button={isNone ? 'Pick at least one repository' : 'Save which are read'}
      isMain={isChanged && !isNone}
      isBusy={isBusy}
      error={error}
      isWide
      aside={
        <span className={styles['bar']}>
          <output>{isChanged ? toEffectWords(effect) : 'Nothing changed yet.'}</output>
          {isChanged && (
            <Button variant="invisible" onClick={onDrop}>
              Drop the change
            </Button>
          )}
        </span>
      }
    >
      <RadioChoices
        label="Which repositories are read"
        chosen={draft.repositoryChoice}
        onChoose={(value) => onChange({ ...draft, repositoryChoice: value === 'some' ? 'some' : 'all' })}
        choices={[
          {
            value: 'all',
            name: 'All current and future ones',
            caption: 'New repositories are read as they appear.',
          },
          { value: 'some', name: 'Some', caption: 'Exactly those picked below; new ones stay out.' },
        ]}
      />
      {draft.repositoryChoice === 'all' && (
        <>
          <CheckField
            label="Archived repositories too"
            isOn={draft.includesArchived}
            onChange={(includesArchived) => onChange({ ...draft, includesArchived })}
          />
          <CheckField
            label="Forks too"
            isOn={draft.includesForks}
            onChange={(includesForks) => onChange({ ...draft, includesForks })}
          />
        </>
      )}
    </Form>
  );
};

const toEffectWords = ({ begun, ended }: Props['effect']): string => {
  const more = `${toCount(begun, 'repository', 'repositories')} more`;
  if (ended === 0) return `${more}, none less.`;
  return `${more}, ${toCount(ended, 'repository', 'repositories')} read no more: what was read of ${ended === 1 ? 'it' : 'them'} stays.`;
};
