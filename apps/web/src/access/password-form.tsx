import { changePassword, getMyWaysIn } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

/** Changes one's own password, or gives oneself the first; every other session of this user ends. */
export const PasswordForm = ({ isFirst = false }: { readonly isFirst?: boolean }) => {
  const tell = useTell();
  const change = useChange(changePassword, {
    refreshes: [getMyWaysIn],
    onDone: () => {
      tell({ text: 'Your password is changed. Sessions elsewhere have ended.' });
      reset();
    },
  });
  const { field, submit, reset } = useForm({
    initial: { current: '', next: '' },
    schema: changePassword.body,
    error: change.error,
    onSubmit: (body) => change.mutate({ body }),
  });
  return (
    <Form
      onSubmit={submit}
      button={isFirst ? 'Set password' : 'Change password'}
      isMain={false}
      isBusy={change.isPending}
      error={change.error}
    >
      {!isFirst && (
        <TextField
          label="Present password"
          type="password"
          autoComplete="current-password"
          field={field('current')}
        />
      )}
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        caption="At least 12 characters. A few words in a row are fine."
        field={field('next')}
      />
    </Form>
  );
};
