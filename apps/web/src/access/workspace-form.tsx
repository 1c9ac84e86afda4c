import { getSession, type Session, updateWorkspace } from '@throughline/contract';
import { useId } from 'react';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

/** The workspace's name and zone. */
export const WorkspaceForm = ({ workspace }: { readonly workspace: Session['workspace'] }) => {
  const tell = useTell();
  const zones = useId();
  const change = useChange(updateWorkspace, {
    refreshes: [getSession],
    onDone: () => tell({ text: 'The workspace is saved.' }),
  });
  const { field, submit } = useForm({
    initial: { name: workspace.name, zone: workspace.zone },
    schema: updateWorkspace.body,
    error: change.error,
    onSubmit: (body) => change.mutate({ body }),
  });
  return (
    <Form onSubmit={submit} button="Save workspace" isBusy={change.isPending} error={change.error}>
      <TextField label="Name" field={field('name')} />
      <TextField
        label="Zone"
        list={zones}
        caption="Weeks and periods begin and end in this zone. Moments are shown in each reader’s own."
        field={field('zone')}
      />
      <datalist id={zones}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </Form>
  );
};
