import { getSetup } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { SetupForm } from './setup-form.tsx';

/** The first page ever opened: makes the first administrator. */
export const SetupPage = () => {
  const token = usePathParam('token');
  const link = useAnswer(getSetup, { params: { token } });
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
