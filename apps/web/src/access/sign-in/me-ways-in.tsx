import { getMyWaysIn, type WaysIn } from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';
import { Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PasswordForm } from '../password-form.tsx';
import { SignOnButton } from './sign-on-button.tsx';

/** How one signs in oneself: identities elsewhere, single sign-on, and the password. */
export const MeWaysIn = () => {
  const answer = useAnswer(getMyWaysIn);
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading how you sign in" rows={4} />}>
      {(ways) => (
        <>
          <Elsewhere ways={ways} />
          <Section title="Password">
            {!ways.hasPassword && (
              <p>You have none: you sign in elsewhere. With one you also get in when that fails.</p>
            )}
            <PasswordForm key={String(ways.hasPassword)} isFirst={!ways.hasPassword} />
          </Section>
        </>
      )}
    </Loaded>
  );
};

const Elsewhere = ({ ways: { identities, provider } }: { readonly ways: WaysIn }) =>
  (identities.length > 0 || provider !== undefined) && (
    <Section title="Single sign-on">
      {identities.length > 0 && (
        <Facts
          facts={identities.map(({ label, issuer, usedAt }) => [
            label,
            <span key={label}>
              {toHost(issuer)}
              {usedAt !== undefined && (
                <>
                  , last used <Moment at={usedAt} />
                </>
              )}
            </span>,
          ])}
        />
      )}
      {provider !== undefined && (
        <>
          <p>Connect it once, and you sign in with {provider.name} from then on.</p>
          <div>
            <SignOnButton label={`Connect ${provider.name}`} intent="connect" to="/settings/me" />
          </div>
        </>
      )}
    </Section>
  );

const toHost = (issuer: string): string => URL.parse(issuer)?.host ?? issuer;
