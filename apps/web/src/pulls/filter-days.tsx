import { Button, TextInput } from '@primer/react';
import { type SyntheticEvent, useState } from 'react';
import { Field } from '../ui/field.tsx';
import { toDays } from './filter-choices.ts';
import styles from './filter-panel.module.css';

/** Days by the browser's own date fields; either end may be left open. */
export const FilterDays = ({ onChoose }: { readonly onChoose: (days: string) => void }) => {
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const days = toDays(from, until);
  const isTurned = from !== '' && until !== '' && until < from;
  const give = (event: SyntheticEvent) => {
    event.preventDefault();
    if (days !== undefined && !isTurned) onChoose(days);
  };
  return (
    <form className={styles['days']} onSubmit={give}>
      <Field label="From">
        {(control) => (
          <TextInput {...control} type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
        )}
      </Field>
      <Field label="Until" need={isTurned ? 'It ends before it starts.' : undefined}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={days === undefined || isTurned}>
        Filter by these days
      </Button>
    </form>
  );
};
