import { getSignInSettings } from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';
import { SettingsTrail } from '../../settings/settings-trail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { GithubSignInSettings } from './github-sign-in-settings.tsx';
import { PasswordSignInForm } from './password-sign-in-form.tsx';
import { ProviderForm } from './provider-form.tsx';

/** How everybody gets in here. */
export const SignInSettingsPage = () => {
  const settings = useAnswer(getSignInSettings);
  return (
    <Page
      title="Sign-in"
      trail={<SettingsTrail />}
      sentence="How people get in: by password, with a GitHub account they connected, or by single sign-on."
    >
      <Loaded answer={settings} skeleton={<Skeleton label="Loading how people sign in" rows={8} />}>
        {({ isPasswordForAll, provider, returnUrl }) => (
          <>
            <Section title="Single sign-on">
              <ProviderForm key={provider?.changedAt ?? ''} provider={provider} returnUrl={returnUrl} />
            </Section>
            <Section title="Sign in with GitHub">
              <GithubSignInSettings />
            </Section>
            <Section title="Passwords">
              <PasswordSignInForm isForAll={isPasswordForAll} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
};
