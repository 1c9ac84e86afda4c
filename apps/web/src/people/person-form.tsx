import { type Person, updatePerson } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { personAnswers } from './person-answers.data.ts';

/** A person's name, e-mail address and zone. */
export const PersonForm = ({ person }: { readonly person: Person }) => {
  const tell = useTell();
  const change = useChange(updatePerson, { refreshes: personAnswers });
  const { field, submit } = useForm({
    initial: { name: person.name, email: person.email ?? '', zone: person.zone ?? '' },
    schema: updatePerson.body?.pick({ name: true }),
    error: change.error,
    onSubmit: ({ name, email, zone }) =>
      change.mutate(
        { params: { slug: person.slug }, body: { name, email: orNothing(email), zone: orNothing(zone) } },
        { onSuccess: () => tell({ text: `${name} is saved.` }) },
      ),
  });
  return (
    <Form onSubmit={submit} button="Save details" isBusy={change.isPending} error={change.error}>
      <TextField label="Name" autoComplete="off" isRequired field={field('name')} />
      <TextField label="E-mail address" type="email" autoComplete="off" field={field('email')} />
      <TextField
        label="Time zone"
        autoComplete="off"
        caption="Such as Europe/Paris. Empty: the workspace’s."
        field={field('zone')}
      />
    </Form>
  );
};

/** An emptied field takes the value away. */
const orNothing = (text: string): string | null => (text === '' ? null : text);
