import { listGrants, listRepositories, listUsers, type User } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { GrantsForm } from './grants-form.tsx';

const skeleton = <Skeleton label="Loading repositories" rows={8} />;

/** Which repositories a user sees. */
export const GrantsPage = () => {
  const userId = Number(usePathParam('userId'));
  const users = useAnswer(listUsers);
  return (
    <Loaded answer={users} skeleton={skeleton}>
      {(answer) => {
        const user = answer.users.find((candidate) => candidate.userId === userId);
        return user === undefined ? <NothingHere /> : <GrantsOf user={user} />;
      }}
    </Loaded>
  );
};

const GrantsOf = ({ user }: { readonly user: User }) => {
  const isAdministrator = user.role === 'administrator';
  return (
    <Page
      title={`Repositories that ${user.name} sees`}
      trail={
        <>
          <AppLink to="/settings">Settings</AppLink> / <AppLink to="/settings/users">Users</AppLink>
        </>
      }
      sentence={
        isAdministrator
          ? 'Administrators see every repository. No grant is needed.'
          : 'Only what you grant here. Everything else looks to them as if it did not exist.'
      }
    >
      {!isAdministrator && <Grants user={user} />}
    </Page>
  );
};

const Grants = ({ user }: { readonly user: User }) => {
  const repositories = useAnswer(listRepositories);
  const grants = useAnswer(listGrants, { params: { userId: user.userId } });
  return (
    <Loaded answer={repositories} skeleton={skeleton}>
      {(seen) => (
        <Loaded answer={grants} skeleton={skeleton}>
          {(granted) => <GrantsForm user={user} grants={granted.grants} repositories={seen.repositories} />}
        </Loaded>
      )}
    </Loaded>
  );
};
