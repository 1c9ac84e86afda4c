import { useNavigate } from '@tanstack/react-router';
import {
  type ConnectionSummary,
  getConnection,
  listConnections,
  updateConnection,
} from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { Form } from '../../ui/form.tsx';
import { useTell } from '../../ui/tell-context.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';

/** Renames a connection; its page moves to the new name. */
export const RenameForm = ({
  connection: { connectionId, name },
}: {
  readonly connection: ConnectionSummary;
}) => {
  const navigate = useNavigate();
  const tell = useTell();
  // As it was when the form was opened: who renamed it since is not overwritten.
  const [was, setWas] = useState(name);
  const change = useChange(updateConnection, {
    refreshes: [listConnections, getConnection],
    onDone: async (renamed) => {
      setWas(renamed.name);
      tell({ text: `${name} is called ${renamed.name} now.` });
      await navigate({ to: '/settings/github/$name', params: { name: renamed.name }, replace: true });
    },
  });
  const { field, submit } = useForm({
    initial: { name },
    schema: updateConnection.body?.pick({ name: true }),
    error: change.error,
    onSubmit: (body) => change.mutate({ params: { connectionId }, body: { ...body, was } }),
  });
  return (
    <Form
      onSubmit={submit}
      button="Rename connection"
      isMain={false}
      isBusy={change.isPending}
      error={change.error}
    >
      <TextField label="Name of the connection" field={field('name')} />
    </Form>
  );
};
