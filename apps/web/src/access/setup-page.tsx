import { ApiFailure, getSetup } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { SetupForm } from './setup-form.tsx';

/** The first page ever opened: makes the first administrator. */
export const SetupPage = () => {
  const token = usePathParam('token');
  const link = useAnswer(getSetup, { params: { token } });
  if (link.error instanceof ApiFailure && link.error.failure.code === 'not-found') return <IsSetUp />;
  return (
    <Page
      title="Welcome. Let’s see your team’s work."
      tab="Welcome"
      sentence="Everything stays on this machine. Throughline talks to GitHub and to nothing else."
    >
      <Loaded answer={link} skeleton={<Skeleton label="Checking the set-up link" rows={4} />}>
        {() => <SetupForm token={token} />}
      </Loaded>
    </Page>
  );
};

/** Links for setting up are gone once there is an administrator. */
const IsSetUp = () => (
  <Page
    title="Throughline is set up"
    sentence="A set-up link works once. This one does nothing any more, because there is an administrator already."
  >
    <div>
      <AppLinkButton to="/signin" variant="primary">
        Sign in
      </AppLinkButton>
    </div>
  </Page>
);
