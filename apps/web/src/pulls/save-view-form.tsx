import { useRouter } from '@tanstack/react-router';
import { createView, listViews } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { toViewPath } from './view-address.ts';

interface Props {
  readonly address: string;
  readonly teams: readonly { readonly slug: string; readonly name: string }[];
  readonly onSaved: () => void;
}

const forMe = { value: '', name: 'For me alone' };

/** Names the page as it is, and for whom it is kept. */
export const SaveViewForm = ({ address, teams, onSaved }: Props) => {
  const [team, setTeam] = useState('');
  const router = useRouter();
  const tell = useTell();
  const create = useChange(createView, { refreshes: [listViews] });
  const { field, submit } = useForm({
    initial: { name: '' },
    schema: createView.body?.pick({ name: true }),
    error: create.error,
    onSubmit: ({ name }) =>
      create.mutate(
        { body: { name, address, ...(team === '' ? {} : { team }) } },
        {
          onSuccess: (view) => {
            tell({ text: `${view.name} is saved.` });
            router.history.push(toViewPath(view));
            onSaved();
          },
        },
      ),
  });
  return (
    <Form onSubmit={submit} button="Save view" isBusy={create.isPending} isMain={false} error={create.error}>
      <TextField label="Name of the view" field={field('name')} isRequired />
      {teams.length > 0 && (
        <SelectField
          label="For whom"
          value={team}
          options={[forMe, ...teams.map(({ slug, name }) => ({ value: slug, name }))]}
          onChange={setTeam}
          caption="Each reader sees their own repositories through it."
        />
      )}
    </Form>
  );
};
