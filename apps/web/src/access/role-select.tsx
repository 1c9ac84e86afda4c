import { Select } from '@primer/react';
import { listUsers, role, type User, updateUser } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useTell } from '../ui/tell-context.ts';

/** A user's role; choosing another one holds at once. */
export const RoleSelect = ({ user: { userId, name, role: present } }: { readonly user: User }) => {
  const tell = useTell();
  const change = useChange(updateUser, { refreshes: [listUsers] });
  const choose = (next: string) => {
    const chosen = role.parse(next);
    const undo = () => change.mutate({ params: { userId }, body: { role: present } });
    change.mutate(
      { params: { userId }, body: { role: chosen } },
      { onSuccess: () => tell({ text: `${name} is ${chosen} now.`, undo }) },
    );
  };
  return (
    <>
      <Select
        aria-label={`Role of ${name}`}
        size="small"
        value={present}
        disabled={change.isPending}
        onChange={(event) => choose(event.target.value)}
      >
        {role.options.map((option) => (
          <Select.Option key={option} value={option}>
            {option}
          </Select.Option>
        ))}
      </Select>
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </>
  );
};
