import { email, type Person, updatePerson } from '@throughline/contract';
import * as z from 'zod';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { DayField } from './day-field.tsx';
import { personAnswers } from './person-answers.data.ts';

const splitEmails = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((one) => one.toLowerCase())
    .filter((one) => one !== '');

const emailsText = z.string().superRefine((text, context) => {
  const wrong = splitEmails(text).find((one) => !email.safeParse(one).success);
  if (wrong !== undefined) context.addIssue(`“${wrong}” is no e-mail address.`);
});

const schema = updatePerson.body?.pick({ name: true }).extend({ emails: emailsText });

/** A person's name, e-mail addresses, zone and first day. */
export const PersonForm = ({ person }: { readonly person: Person }) => {
  const tell = useTell();
  const change = useChange(updatePerson, { refreshes: personAnswers });
  const { field, submit } = useForm({
    initial: {
      name: person.name,
      email: person.email ?? '',
      emails: person.emails.join(', '),
      zone: person.zone ?? '',
      joinedOn: person.joinedOn ?? '',
    },
    schema,
    error: change.error,
    onSubmit: ({ name, email: address, emails, zone, joinedOn }) =>
      change.mutate(
        {
          params: { slug: person.slug },
          body: {
            name,
            email: orNothing(address),
            emails: splitEmails(emails),
            zone: orNothing(zone),
            joinedOn: orNothing(joinedOn),
          },
        },
        { onSuccess: () => tell({ text: `${name} is saved.` }) },
      ),
  });
  return (
    <Form onSubmit={submit} button="Save details" isBusy={change.isPending} error={change.error}>
      <TextField label="Name" autoComplete="off" isRequired field={field('name')} />
      <TextField label="E-mail address" type="email" autoComplete="off" field={field('email')} />
      <TextField
        label="Further addresses"
        autoComplete="off"
        caption="Apart by commas: former ones, and GitHub’s own such as 123+login@users.noreply.github.com."
        field={field('emails')}
      />
      <TextField
        label="Time zone"
        autoComplete="off"
        caption="Such as Europe/Paris. Empty: the workspace’s."
        field={field('zone')}
      />
      <DayField label="Joined on" field={field('joinedOn')} />
    </Form>
  );
};

/** An emptied field takes the value away. */
const orNothing = (text: string): string | null => (text === '' ? null : text);
