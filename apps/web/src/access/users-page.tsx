import { listUsers, type User } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { SettingsTrail } from '../settings/settings-trail.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteForm } from './invite-form.tsx';
import { UserList } from './user-list.tsx';

/** Who signs in here, and who was invited to. */
export const UsersPage = () => {
  const users = useAnswer(listUsers);
  return (
    <Page title="Users" trail={<SettingsTrail />} sentence={users.data && toSentence(users.data.users)}>
      <Loaded answer={users} skeleton={<Skeleton label="Loading users" rows={3} />}>
        {(answer) => <UserList users={answer.users} />}
      </Loaded>
      <Section title="Invite somebody">
        <InviteForm />
      </Section>
      <Section title="Invitations">
        <InvitationList />
      </Section>
    </Page>
  );
};

const toSentence = (users: readonly User[]): string => {
  const disabled = users.filter(({ disabledAt }) => disabledAt !== undefined).length;
  const words = `${toCount(users.length - disabled, 'user')} can sign in`;
  return disabled === 0 ? `${words}.` : `${words}, ${toCount(disabled, 'is', 'are')} disabled.`;
};
