import { FormControl, Select } from '@primer/react';
import { listUsers, type Person, updatePerson } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTell } from '../ui/tell-context.ts';
import { personAnswers } from './person-answers.data.ts';

/** Which user this person is; choosing one holds at once. A user is one person at most. */
export const UserTie = ({ person }: { readonly person: Person }) => {
  const tell = useTell();
  const users = useAnswer(listUsers);
  const change = useChange(updatePerson, { refreshes: [...personAnswers, listUsers] });
  const choose = (text: string) =>
    change.mutate(
      { params: { slug: person.slug }, body: { userId: text === '' ? null : Number(text) } },
      { onSuccess: ({ user }) => tell({ text: toTold(person.name, user?.email) }) },
    );
  return (
    <Loaded answer={users} skeleton={<Skeleton label="Loading users" rows={1} />}>
      {(answer) => (
        <>
          <FormControl>
            <FormControl.Label>User</FormControl.Label>
            <Select
              value={String(person.user?.userId ?? '')}
              disabled={change.isPending}
              onChange={(event) => choose(event.target.value)}
            >
              <Select.Option value="">Nobody who signs in</Select.Option>
              {answer.users.map(({ userId, name, email }) => (
                <Select.Option key={userId} value={String(userId)}>
                  {`${name}, ${email}`}
                </Select.Option>
              ))}
            </Select>
            <FormControl.Caption>
              Whoever signs in as this user finds this person under My page.
            </FormControl.Caption>
          </FormControl>
          {change.isError && <FailureMessage error={change.error} isAnswer />}
        </>
      )}
    </Loaded>
  );
};

const toTold = (name: string, email: string | undefined): string =>
  email === undefined ? `${name} is no user now.` : `${name} signs in as ${email}.`;
