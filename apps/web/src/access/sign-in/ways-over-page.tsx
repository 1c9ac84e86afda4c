import {
  beginGithubSignIn,
  beginSignOn,
  type GithubSignInHost,
  signInWithGithub,
  signOn,
} from '@throughline/contract';
import { useCall } from '../../api/api-context.ts';
import { useLeaving } from '../../github-access/leaving/use-leaving.ts';
import styles from './sign-in.module.css';
import { toGithubName } from './to-github-name.ts';
import type { useSignInWays } from './use-sign-in-ways.ts';
import { WindowButton } from './window-button.tsx';

interface Props {
  readonly ways: Pick<ReturnType<typeof useSignInWays>, 'provider' | 'hosts'>;
  /** Somebody is signed in in this browser. */
  readonly onDone: () => void;
}

/** The ways in besides a password for somebody who must not leave the page: each opens a window of its own. */
export const WaysOverPage = ({ ways: { provider, hosts }, onDone }: Props) => (
  <div className={styles['ways']}>
    {provider !== undefined && <ProviderWay name={provider.name} onDone={onDone} />}
    {hosts.map((host) => (
      <GithubWay key={host.hostId} host={host} onDone={onDone} />
    ))}
  </div>
);

const ProviderWay = ({ name, onDone }: { readonly name: string } & Pick<Props, 'onDone'>) => {
  const call = useCall();
  const leaving = useLeaving({
    purpose: 'oidc-sign-in',
    begin: () => call(beginSignOn, { body: { intent: 'sign-in' } }),
    finish: signOn,
    onReturned: onDone,
  });
  return <WindowButton label={`Sign in with ${name}`} place={name} leaving={leaving} />;
};

const GithubWay = ({
  host: { hostId, hostName },
  onDone,
}: { readonly host: GithubSignInHost } & Pick<Props, 'onDone'>) => {
  const call = useCall();
  const leaving = useLeaving({
    purpose: 'github-sign-in',
    begin: () => call(beginGithubSignIn, { body: { hostId } }),
    finish: signInWithGithub,
    onReturned: onDone,
  });
  return <WindowButton label={`Sign in with ${toGithubName(hostName)}`} place="GitHub" leaving={leaving} />;
};
