import { useNavigate } from '@tanstack/react-router';
import { createTeam } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Form } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { ParentField } from './parent-field.tsx';
import { teamAnswers } from './team-answers.data.ts';
import { ZoneField } from './zone-field.tsx';

/** Makes a team and goes on to its members. */
export const NewTeamPage = () => {
  const navigate = useNavigate();
  const [parent, setParent] = useState('');
  const change = useChange(createTeam, {
    refreshes: teamAnswers,
    onDone: ({ slug }) => navigate({ to: '/teams/$slug/members', params: { slug } }),
  });
  const { field, submit } = useForm({
    initial: { name: '', zone: '' },
    schema: createTeam.body?.pick({ name: true }),
    error: change.error,
    onSubmit: ({ name, zone }) =>
      change.mutate({
        body: { name, ...(zone === '' ? {} : { zone }), ...(parent === '' ? {} : { parent }) },
      }),
  });
  return (
    <Page
      title="New team"
      trail={
        <>
          <AppLink to="/teams">Teams</AppLink> /
        </>
      }
      sentence="People whose work is looked at together. Next you say who is in it, and since when."
    >
      <Form onSubmit={submit} button="Make team" isBusy={change.isPending} error={change.error}>
        <TextField label="Name" autoComplete="off" isRequired field={field('name')} />
        <ParentField value={parent} onChange={setParent} />
        <ZoneField field={field('zone')} />
      </Form>
    </Page>
  );
};
