import { useNavigate } from '@tanstack/react-router';
import { createPerson, listPeople } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Form } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

/** Adds a person and goes on to linking their account. */
export const NewPersonPage = () => {
  const navigate = useNavigate();
  const change = useChange(createPerson, {
    refreshes: [listPeople],
    onDone: ({ slug }) => navigate({ to: '/people/$slug/accounts', params: { slug } }),
  });
  const { field, submit } = useForm({
    initial: { name: '', email: '' },
    schema: createPerson.body?.pick({ name: true }),
    error: change.error,
    onSubmit: ({ name, email }) => change.mutate({ body: email === '' ? { name } : { name, email } }),
  });
  return (
    <Page
      title="Add a person"
      trail={
        <>
          <AppLink to="/people">People</AppLink> /
        </>
      }
      sentence="Someone whose work is to be seen here. Next you link their GitHub account."
    >
      <Form onSubmit={submit} button="Add person" isBusy={change.isPending} error={change.error}>
        <TextField label="Name" autoComplete="off" isRequired field={field('name')} />
        <TextField
          label="E-mail address"
          type="email"
          autoComplete="off"
          caption="Optional. It finds their account: GitHub joins commits to accounts by address."
          field={field('email')}
        />
      </Form>
    </Page>
  );
};
