import {
  getAgreements,
  getHome,
  listAttention,
  listExceptions,
  setAgreements,
  type TeamAgreements,
} from '@throughline/contract';
import { type SyntheticEvent, useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { useTell } from '../ui/tell-context.ts';
import { findLimitNeeds, toChoices, toLimits } from './agreement-choices.ts';
import { AgreementField } from './agreement-field.tsx';

const refreshes = [getAgreements, getHome, listAttention, listExceptions];

interface Props {
  readonly given: TeamAgreements;
  /** Told after an undo, for the fields to begin anew. */
  readonly onUndone: () => void;
}

/** What a team agrees on, kept at once by one button, with its undo. */
export const AgreementsForm = ({ given, onUndone }: Props) => {
  const tell = useTell();
  const [choices, setChoices] = useState(() => toChoices(given.agreements));
  const [isTried, setIsTried] = useState(false);
  const change = useChange(setAgreements, { refreshes });
  const needs = isTried ? findLimitNeeds(choices) : {};
  const params = { slug: given.team.slug };

  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (Object.keys(findLimitNeeds(choices)).length > 0) return;
    const before = toLimits(toChoices(given.agreements));
    const undo = () => change.mutate({ params, body: { limits: before } }, { onSuccess: onUndone });
    change.mutate(
      { params, body: { limits: toLimits(choices) } },
      { onSuccess: () => tell({ text: `The agreements of ${given.team.name} are saved.`, undo }) },
    );
  };

  return (
    <Form onSubmit={save} button="Save agreements" isBusy={change.isPending} error={change.error}>
      {given.agreements.map((agreement) => (
        <AgreementField
          key={agreement.kind}
          agreement={agreement}
          choice={choices[agreement.kind]}
          need={needs[agreement.kind]}
          onChange={(choice) => setChoices((before) => ({ ...before, [agreement.kind]: choice }))}
        />
      ))}
    </Form>
  );
};
