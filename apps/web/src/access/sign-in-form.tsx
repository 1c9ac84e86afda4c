import { useQueryClient } from '@tanstack/react-query';
import { type Session, signIn } from '@throughline/contract';
import { sessionKey } from '../api/session-key.ts';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

interface Props {
  readonly email?: string;
  readonly onDone: (session: Session) => void;
}

/** E-mail address and password. */
export const SignInForm = ({ email = '', onDone }: Props) => {
  const queries = useQueryClient();
  const change = useChange(signIn, {
    onDone: (session) => {
      queries.setQueryData(sessionKey, session);
      onDone(session);
    },
  });
  const { field, submit } = useForm({
    initial: { email, password: '' },
    schema: signIn.body,
    error: change.error,
    onSubmit: (body) => change.mutate({ body }),
  });
  return (
    <Form onSubmit={submit} button="Sign in" isBusy={change.isPending} error={change.error}>
      <TextField label="E-mail address" type="email" autoComplete="username" field={field('email')} />
      <TextField label="Password" type="password" autoComplete="current-password" field={field('password')} />
    </Form>
  );
};
