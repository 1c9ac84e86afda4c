import { Button } from '@primer/react';
import { listViews, type SavedView, updateView } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

interface Props {
  readonly view: SavedView;
  readonly onDone: () => void;
}

/** Gives a view another name. */
export const RenameView = ({ view: { viewId, name }, onDone }: Props) => {
  const tell = useTell();
  const update = useChange(updateView, { refreshes: [listViews] });
  const { field, submit } = useForm({
    initial: { name },
    schema: updateView.body?.pick({ name: true }),
    error: update.error,
    onSubmit: (body) =>
      update.mutate(
        { params: { viewId }, body },
        {
          onSuccess: (view) => {
            tell({ text: `${name} is now ${view.name}.` });
            onDone();
          },
        },
      ),
  });
  return (
    <Form
      onSubmit={submit}
      button="Rename"
      isBusy={update.isPending}
      isMain={false}
      error={update.error}
      aside={
        <Button size="small" onClick={onDone}>
          Keep it
        </Button>
      }
    >
      <TextField label={`Name of ${name}`} field={field('name')} isRequired />
    </Form>
  );
};
