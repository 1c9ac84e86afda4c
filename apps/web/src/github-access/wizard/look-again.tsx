import { type CredentialReport, lookAgain } from '@throughline/contract';
import { useChange } from '../../api/use-change.ts';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import type { StepProps } from './step-props.ts';

interface Props extends StepProps {
  readonly report: CredentialReport;
  readonly credentialId: number;
}

const mostNamed = 10;

/** Asks again with the same token or sign-in, also about an organisation that GitHub does not list. */
export const LookAgain = ({ state: { data }, send, report, credentialId }: Props) => {
  const change = useChange(lookAgain, {
    onDone: (renewed) => {
      send({ kind: 'report-renewed', report: renewed });
      reset();
    },
  });
  const { field, submit, reset } = useForm({
    initial: { organisation: '' },
    schema: undefined,
    onSubmit: ({ organisation }) => {
      const named = [organisation.trim(), ...listObstructed(report)].filter((login) => login !== '');
      change.mutate({
        params: { credentialId },
        body: { data: [...data], organisations: [...new Set(named)].slice(0, mostNamed) },
      });
    },
  });
  return (
    <Form onSubmit={submit} button="Look again" isMain={false} isBusy={change.isPending} error={change.error}>
      <TextField
        label="An organisation that is missing here"
        caption={captions[report.way]}
        field={field('organisation')}
        isCode
      />
    </Form>
  );
};

/** What was named before, and could not be connected: it is looked at again. */
const listObstructed = ({ organisations }: CredentialReport): readonly string[] =>
  organisations.flatMap(({ login, obstacle }) =>
    obstacle === undefined || obstacle.kind === 'connected' ? [] : [login],
  );

const captions: Readonly<Record<CredentialReport['way'], string>> = {
  token:
    'GitHub leaves out, without a word, organisations that must approve this token first or forbid its kind. Enter its name to see which it is; left empty, everything is looked at again.',
  oauth:
    'GitHub leaves out, without a word, organisations that have not let this app in. Enter its name to see what can be done; left empty, everything is looked at again.',
  app: 'Left empty, everything is looked at again.',
};
