import { type Team, updateTeam } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { CheckField } from '../ui/check-field.tsx';
import { Form } from '../ui/form.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { WorkingDaysField } from '../ui/working-days-field.tsx';
import { ParentField } from './parent-field.tsx';
import { teamAnswers } from './team-answers.data.ts';
import { ZoneField } from './zone-field.tsx';

/** A team's name, place, zone and working days, and whether it follows GitHub's. */
export const TeamForm = ({ team }: { readonly team: Team }) => {
  const tell = useTell();
  const held = team.above.at(-1)?.slug ?? '';
  const [parent, setParent] = useState(held);
  const [workingDays, setWorkingDays] = useState<readonly number[]>(team.workingDays);
  const [isKept, setIsKept] = useState(team.github?.isKept ?? false);
  const change = useChange(updateTeam, {
    refreshes: teamAnswers,
    onDone: ({ name }) => tell({ text: `${name} is saved.` }),
  });
  const { field, submit } = useForm({
    initial: { name: team.name, zone: team.zone ?? '' },
    schema: updateTeam.body?.pick({ name: true }),
    error: change.error,
    onSubmit: ({ name, zone }) =>
      change.mutate({
        params: { slug: team.slug },
        body: {
          name,
          zone: zone === '' ? null : zone,
          workingDays: [...workingDays],
          ...(parent === held ? {} : { parent: parent === '' ? null : parent }),
          ...(team.github === undefined || isKept === team.github.isKept ? {} : { isKept }),
        },
      }),
  });
  return (
    <Form onSubmit={submit} button="Save team" isBusy={change.isPending} error={change.error}>
      <TextField label="Name" autoComplete="off" isRequired field={field('name')} />
      {team.mayMove && <ParentField value={parent} onChange={setParent} without={team.slug} />}
      <ZoneField field={field('zone')} />
      <WorkingDaysField value={workingDays} onChange={setWorkingDays} />
      {team.github !== undefined && (
        <CheckField
          label="Follow the team at GitHub"
          caption="Who joins or leaves there does here, within the hour. Nobody’s days before are changed."
          isOn={isKept}
          onChange={setIsKept}
        />
      )}
    </Form>
  );
};
