import {
  askCorrection,
  type CorrectionAsked,
  type CorrectionKind,
  getMyData,
  listMyCorrections,
} from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

export type AskedKind = Exclude<CorrectionKind, 'account'>;

interface Props {
  readonly kind: AskedKind;
  /** The reader's zone as it is now. */
  readonly zone: string | undefined;
}

const labels: Readonly<Record<AskedKind, string>> = {
  'pull-request': 'Its address, or owner/name#number',
  email: 'The address that is not yours',
  name: 'Your name',
  zone: 'Your time zone',
};

/** Says what is wrong. One's zone is set at once; administrators answer the rest. */
export const MeCorrectionForm = ({ kind, zone = '' }: Props) => {
  const tell = useTell();
  const change = useChange(askCorrection, {
    refreshes: [getMyData, listMyCorrections],
    onDone: ({ state }) => {
      tell({
        text: state === 'done' ? 'Your zone is set.' : 'An administrator is asked. The answer stands below.',
      });
      reset();
    },
  });
  const { field, submit, reset } = useForm({
    initial: { subject: kind === 'zone' ? zone : '', note: '' },
    schema: undefined,
    error: change.error,
    onSubmit: (values) => change.mutate({ body: toAsked(kind, values) }),
  });
  const isOwn = kind === 'zone';
  return (
    <Form
      onSubmit={submit}
      button={isOwn ? 'Set my zone' : 'Ask an administrator'}
      isBusy={change.isPending}
      error={change.error}
    >
      <TextField label={labels[kind]} autoComplete="off" isRequired field={field('subject')} />
      {!isOwn && <TextField label="What they should know" autoComplete="off" field={field('note')} />}
    </Form>
  );
};

function toAsked(
  kind: AskedKind,
  { subject, note }: { readonly subject: string; readonly note: string },
): CorrectionAsked {
  const said = note.trim() === '' ? {} : { note };
  switch (kind) {
    case 'zone':
      return { kind, zone: subject };
    case 'name':
      return { kind, name: subject, ...said };
    case 'email':
      return { kind, email: subject, ...said };
    case 'pull-request':
      return { kind, address: subject, ...said };
  }
}
