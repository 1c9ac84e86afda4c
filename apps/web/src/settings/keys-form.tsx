import { createKey, keyDays, keyScope, keyScopes, listKeys } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { KeysMade } from './keys-made.tsx';

/** How long a key may last, in days. */
const lastings = [7, 30, keyDays.byDefault, 180, keyDays.most];

/** Makes a key and shows its text, this once. */
export const KeysForm = () => {
  const [scope, setScope] = useState(keyScope.options[0] ?? 'read');
  const [days, setDays] = useState<number>(keyDays.byDefault);
  const change = useChange(createKey, { refreshes: [listKeys] });
  const { field, submit, reset } = useForm({
    initial: { name: '' },
    schema: createKey.body?.pick({ name: true }),
    error: change.error,
    onSubmit: ({ name }) => change.mutate({ body: { name, scope, days } }, { onSuccess: () => reset() }),
  });
  return (
    <>
      <Form onSubmit={submit} button="Make key" isBusy={change.isPending} error={change.error}>
        <TextField
          label="Name"
          autoComplete="off"
          caption="Where it will be used, such as “my laptop”."
          field={field('name')}
        />
        <SelectField
          label="Scope"
          value={scope}
          options={keyScope.options.map((option) => ({ value: option, name: option }))}
          caption={`${keyScopes[scope].says}.`}
          onChange={(value) => setScope(keyScope.parse(value))}
        />
        <SelectField
          label="Lasts"
          value={String(days)}
          options={lastings.map((option) => ({
            value: String(option),
            name: `${option} days`,
          }))}
          onChange={(value) => setDays(Number(value))}
        />
      </Form>
      {change.data !== undefined && <KeysMade made={change.data.key} text={change.data.text} />}
    </>
  );
};
