import { getInvitationByLink } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { JoinForm } from './join-form.tsx';
import { roleWords } from './role-words.data.ts';
import { SignInWays } from './sign-in/sign-in-ways.tsx';

/** Where an invitation link leads. */
export const JoinPage = () => {
  const token = usePathParam('token');
  const link = useAnswer(getInvitationByLink, { params: { token } });
  const name = link.data?.workspaceName;
  return (
    <Page
      title={
        name === undefined || name === 'Throughline' ? 'Join Throughline' : `Join ${name} on Throughline`
      }
    >
      <Loaded answer={link} skeleton={<Skeleton label="Checking the invitation" rows={4} />}>
        {({ email, role }) => (
          <>
            <p>
              You were invited as {email}, {role}: {roleWords[role]}.
            </p>
            <SignInWays verb="Join" to="/" invitation={token}>
              {() => <JoinForm token={token} email={email} />}
            </SignInWays>
          </>
        )}
      </Loaded>
    </Page>
  );
};
