import type { getSignInWays, RouteAnswer } from '@throughline/contract';
import type { ReactNode } from 'react';
import { GithubButtons } from './github-buttons.tsx';
import styles from './sign-in.module.css';
import { SignOnButton } from './sign-on-button.tsx';
import { useSignInWays } from './use-sign-in-ways.ts';

interface Props {
  readonly verb: 'Sign in' | 'Join';
  /** The page that opens afterwards. */
  readonly to: string;
  readonly invitation?: string;
  /** The form beneath, given whether passwords are everybody's way. */
  readonly children: (isPasswordForAll: boolean) => ReactNode;
}

/** The ways in that are set up here, and below them the form. */
export const SignInWays = ({ verb, to, invitation, children }: Props) => {
  const { provider, hosts, isPasswordForAll } = useSignInWays();
  const isAny = provider !== undefined || hosts.length > 0;
  return (
    <>
      {isAny && (
        <div className={styles['ways']}>
          <ProviderButton verb={verb} to={to} provider={provider} invitation={invitation} />
          <GithubButtons
            hosts={hosts}
            verb={`${verb} with`}
            {...(invitation === undefined ? {} : { invitation })}
          />
        </div>
      )}
      {isAny && isPasswordForAll && <p className={styles['or']}>or by e-mail and password</p>}
      {children(isPasswordForAll)}
    </>
  );
};

interface ProviderProps extends Pick<Props, 'verb' | 'to'> {
  readonly provider: RouteAnswer<typeof getSignInWays>['provider'];
  readonly invitation: string | undefined;
}

const ProviderButton = ({ verb, to, provider, invitation }: ProviderProps) =>
  provider !== undefined && (
    <SignOnButton
      label={`${verb} with ${provider.name}`}
      intent={verb === 'Join' ? 'join' : 'sign-in'}
      to={to}
      isBlock
      {...(invitation === undefined ? {} : { invitation })}
    />
  );
