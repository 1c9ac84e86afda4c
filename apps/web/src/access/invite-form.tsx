import { createInvitation, listInvitations, type Role, role } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { InvitationLink } from './invitation-link.tsx';
import { roleWords } from './role-words.data.ts';

/** Makes a link with which one person can join. */
export const InviteForm = () => {
  const [chosen, setChosen] = useState<Role>('member');
  const change = useChange(createInvitation, { refreshes: [listInvitations] });
  const { field, submit, reset } = useForm({
    initial: { email: '' },
    schema: createInvitation.body?.pick({ email: true }),
    error: change.error,
    onSubmit: ({ email }) => change.mutate({ body: { email, role: chosen } }, { onSuccess: () => reset() }),
  });
  return (
    <>
      <Form onSubmit={submit} button="Make an invitation link" isBusy={change.isPending} error={change.error}>
        <TextField label="E-mail address" type="email" autoComplete="off" field={field('email')} />
        <SelectField
          label="Role"
          value={chosen}
          options={role.options.map((option) => ({ value: option, name: option }))}
          caption={`${chosen}: ${roleWords[chosen]}.`}
          onChange={(value) => setChosen(role.parse(value))}
        />
      </Form>
      {change.data !== undefined && (
        <InvitationLink invitation={change.data.invitation} link={change.data.link} />
      )}
    </>
  );
};
