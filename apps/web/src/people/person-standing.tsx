import { Button, TextInput } from '@primer/react';
import { type Person, type RouteCall, updatePerson } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Field } from '../ui/field.tsx';
import { useTell } from '../ui/tell-context.ts';
import { DayField } from './day-field.tsx';
import styles from './people.module.css';
import { personAnswers } from './person-answers.data.ts';

type Change = NonNullable<RouteCall<typeof updatePerson>['body']>;

/** Whether somebody is still here, counts in figures and stands in lists. Each holds at once and can be undone. */
export const PersonStanding = ({ person }: { readonly person: Person }) => {
  const tell = useTell();
  const change = useChange(updatePerson, { refreshes: personAnswers });
  const params = { slug: person.slug };
  const set = (body: Change, before: Change, text: string) =>
    change.mutate(
      { params, body },
      {
        onSuccess: () =>
          tell({ text: `${person.name} ${text}.`, undo: () => change.mutate({ params, body: before }) }),
      },
    );
  return (
    <div className={styles['stack']}>
      <Leaving person={person} isBusy={change.isPending} onSet={set} />
      <Excluding person={person} isBusy={change.isPending} onSet={set} />
      <div className={styles['bar']}>
        <span>{person.isHidden ? 'Hidden: left out of lists.' : 'Stands in lists and in search.'}</span>
        <Button
          disabled={change.isPending}
          onClick={() =>
            set(
              { isHidden: !person.isHidden },
              { isHidden: person.isHidden },
              person.isHidden ? 'is shown again' : 'is hidden',
            )
          }
        >
          {person.isHidden ? `Show ${person.name} again` : `Hide ${person.name}`}
        </Button>
      </div>
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </div>
  );
};

interface Props {
  readonly person: Person;
  readonly isBusy: boolean;
  readonly onSet: (body: Change, before: Change, text: string) => void;
}

const Leaving = ({ person: { leftOn, name }, isBusy, onSet }: Props) => {
  const [day, setDay] = useState('');
  if (leftOn !== undefined) {
    return (
      <div className={styles['bar']}>
        <span>Left: the last day was {leftOn}. What came before is theirs, nothing after it.</span>
        <Button disabled={isBusy} onClick={() => onSet({ leftOn: null }, { leftOn }, 'is back')}>
          Take {name} back
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['dates']}>
      <DayField
        label="Last day"
        caption="Their history stays. What their accounts do afterwards is nobody’s."
        field={{ value: day, onChange: setDay }}
      />
      <Button
        disabled={isBusy || day === ''}
        onClick={() => onSet({ leftOn: day }, { leftOn: null }, 'has left')}
      >
        Let {name} leave
      </Button>
    </div>
  );
};

const Excluding = ({ person: { excludedReason, name }, isBusy, onSet }: Props) => {
  const [reason, setReason] = useState('');
  if (excludedReason !== undefined) {
    return (
      <div className={styles['bar']}>
        <span>Left out of figures: {excludedReason}</span>
        <Button
          disabled={isBusy}
          onClick={() => onSet({ excludedReason: null }, { excludedReason }, 'counts in figures again')}
        >
          Count {name} again
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['dates']}>
      <Field
        label="Why their work is to be left out of figures"
        caption="Everybody who reads a figure can read the reason."
      >
        {(control) => (
          <TextInput {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <Button
        disabled={isBusy || reason.trim() === ''}
        onClick={() => onSet({ excludedReason: reason }, { excludedReason: null }, 'is left out of figures')}
      >
        Exclude {name}
      </Button>
    </div>
  );
};
