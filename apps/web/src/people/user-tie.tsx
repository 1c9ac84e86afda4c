import { listUsers, type Person, updatePerson } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { SelectField } from '../ui/select-field.tsx';
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
          <SelectField
            label="User"
            value={String(person.user?.userId ?? '')}
            isBusy={change.isPending}
            onChange={choose}
            options={[
              { value: '', name: 'Nobody who signs in' },
              ...answer.users.map(({ userId, name, email }) => ({
                value: String(userId),
                name: `${name}, ${email}`,
              })),
            ]}
            caption="Whoever signs in as this user finds this person under My page."
          />
          {change.isError && <FailureMessage error={change.error} isAnswer />}
        </>
      )}
    </Loaded>
  );
};

const toTold = (name: string, email: string | undefined): string =>
  email === undefined ? `${name} is no user now.` : `${name} signs in as ${email}.`;
