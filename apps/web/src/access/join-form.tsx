import { TextInput } from '@primer/react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { acceptInvitation } from '@throughline/contract';
import { sessionKey } from '../api/session-key.ts';
import { useChange } from '../api/use-change.ts';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

interface Props {
  readonly token: string;
  readonly email: string;
}

/** Makes the account an invitation is for, and signs in. */
export const JoinForm = ({ token, email }: Props) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useChange(acceptInvitation, {
    onDone: async (session) => {
      queries.setQueryData(sessionKey, session);
      await navigate({ to: '/' });
    },
  });
  const { field, submit } = useForm({
    initial: { name: '', password: '' },
    schema: acceptInvitation.body,
    error: change.error,
    onSubmit: (body) => change.mutate({ params: { token }, body }),
  });
  return (
    <Form onSubmit={submit} button="Join" isBusy={change.isPending} error={change.error}>
      <TextField label="Your name" autoComplete="name" field={field('name')} />
      <Field label="E-mail address">
        {(control) => <TextInput {...control} block readOnly value={email} autoComplete="username" />}
      </Field>
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        caption="At least 12 characters. A few words in a row are fine."
        field={field('password')}
      />
    </Form>
  );
};
