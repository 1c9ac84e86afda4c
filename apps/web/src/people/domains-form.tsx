import { domain, listDomains, setDomains } from '@throughline/contract';
import * as z from 'zod';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { personAnswers } from './person-answers.data.ts';

/** E-mail domains of which one says that whoever has an address there works here. */
export const DomainsForm = () => {
  const domains = useAnswer(listDomains);
  return (
    <Loaded answer={domains} skeleton={<Skeleton label="Loading domains" rows={3} />}>
      {(answer) => <Fields key={answer.domains.join()} domains={answer.domains} />}
    </Loaded>
  );
};

const split = (text: string): string[] => text.split(/[\s,;]+/).filter((one) => one !== '');

const schema = z.object({
  domains: z.string().superRefine((text, context) => {
    const wrong = split(text).find((one) => !domain.safeParse(one).success);
    if (wrong !== undefined) context.addIssue(`“${wrong}” is no domain. Enter one such as acme.com.`);
  }),
});

const Fields = ({ domains }: { readonly domains: readonly string[] }) => {
  const tell = useTell();
  const change = useChange(setDomains, { refreshes: [...personAnswers, listDomains] });
  const { field, submit } = useForm({
    initial: { domains: domains.join(', ') },
    schema,
    error: change.error,
    onSubmit: (values) =>
      change.mutate(
        { body: { domains: split(values.domains) } },
        { onSuccess: () => tell({ text: 'Your own domains are saved.' }) },
      ),
  });
  return (
    <Form
      onSubmit={submit}
      button="Save domains"
      isMain={false}
      isBusy={change.isPending}
      error={change.error}
    >
      <TextField
        label="Domains"
        autoComplete="off"
        caption="Such as acme.com, apart by commas. An account to which GitHub joined an address there is suggested as a person for certain, who is made where nobody has the address."
        field={field('domains')}
      />
    </Form>
  );
};
