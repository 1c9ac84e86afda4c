import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { completeSetup } from '@throughline/contract';
import { sessionKey } from '../api/session-key.ts';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

/** The first administrator’s account; the workspace takes this browser’s zone, which can be changed later. */
export const SetupForm = ({ token }: { readonly token: string }) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useChange(completeSetup, {
    onDone: async (session) => {
      queries.setQueryData(sessionKey, session);
      await navigate({ to: '/welcome' });
    },
  });
  const { field, submit } = useForm({
    initial: { name: '', email: '', password: '' },
    schema: completeSetup.body,
    error: change.error,
    onSubmit: (values) => change.mutate({ params: { token }, body: { ...values, zone: browserZone() } }),
  });
  return (
    <Form onSubmit={submit} button="Make the account" isBusy={change.isPending} error={change.error}>
      <TextField label="Your name" autoComplete="name" field={field('name')} />
      <TextField label="E-mail address" type="email" autoComplete="username" field={field('email')} />
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

const browserZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
