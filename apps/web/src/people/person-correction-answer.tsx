import { Button, Dialog } from '@primer/react';
import { answerCorrection, listCorrections, type RouteAnswer } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

type CorrectionRow = RouteAnswer<typeof listCorrections>['corrections'][number];
type Verdict = 'done' | 'refused';

/** Two answers to a request: it is put right, or it isn't, with the reason that the person reads. */
export const PersonCorrectionAnswer = ({ row }: { readonly row: CorrectionRow }) => {
  const [verdict, setVerdict] = useState<Verdict>();
  return (
    <>
      <Button size="small" onClick={() => setVerdict('done')}>
        It is put right
      </Button>{' '}
      <Button size="small" onClick={() => setVerdict('refused')}>
        Refuse
      </Button>
      {verdict !== undefined && (
        <AnswerDialog row={row} verdict={verdict} onClose={() => setVerdict(undefined)} />
      )}
    </>
  );
};

interface DialogProps {
  readonly row: CorrectionRow;
  readonly verdict: Verdict;
  readonly onClose: () => void;
}

const AnswerDialog = ({ row: { correctionId, person }, verdict, onClose }: DialogProps) => {
  const tell = useTell();
  const change = useChange(answerCorrection, {
    refreshes: [listCorrections],
    onDone: () => {
      tell({ text: `${person.name} reads your answer.` });
      onClose();
    },
  });
  const { field, submit } = useForm({
    initial: { answer: '' },
    schema: undefined,
    error: change.error,
    onSubmit: ({ answer }) =>
      change.mutate({
        params: { correctionId },
        body:
          verdict === 'refused'
            ? { state: verdict, answer }
            : { state: verdict, ...(answer.trim() === '' ? {} : { answer }) },
      }),
  });
  return (
    <Dialog
      title={
        verdict === 'done'
          ? `Tell ${person.name} that it is put right`
          : `Refuse it, and tell ${person.name} why`
      }
      width="large"
      position={{ narrow: 'fullscreen', regular: 'center' }}
      onClose={onClose}
    >
      <Form
        onSubmit={submit}
        button={verdict === 'done' ? 'Tell them it is done' : 'Refuse it'}
        isBusy={change.isPending}
        error={change.error}
      >
        <TextField
          label={verdict === 'done' ? 'What was done' : 'Why not'}
          autoComplete="off"
          isRequired={verdict === 'refused'}
          caption="The person reads it."
          field={field('answer')}
        />
      </Form>
    </Dialog>
  );
};
