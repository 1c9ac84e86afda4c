import { Button } from '@primer/react';
import type { OwnAccount, OwnAccountHost } from '@throughline/contract';
import { useReader } from '../../api/use-session.ts';
import { PathLink } from '../../ui/path-link.tsx';
import { LeavingNotice } from '../leaving/leaving-notice.tsx';
import styles from './own-account.module.css';
import { useConnectAccount } from './use-connect-account.ts';

interface Props {
  readonly accounts: readonly OwnAccount[];
  readonly hosts: readonly OwnAccountHost[];
}

/** The button of each host where an account can be connected, or again; and why there is none. */
export const ConnectOwnAccount = ({ accounts, hosts }: Props) => {
  const { state, connect } = useConnectAccount();
  const lost = accounts.filter((account) => account.state === 'lost');
  if (accounts.length + hosts.length === 0) return <NoApp />;
  if (lost.length + hosts.length === 0) return undefined;
  return (
    <>
      {hosts.length > 0 && (
        <p>
          You sign in at GitHub once. That proves the account is yours: it is linked to you, and nobody else
          can claim it. Throughline asks who you are there, and never reads your organisation’s data with it.
        </p>
      )}
      <div className={styles['buttons']}>
        {[...lost.map(toAgain), ...hosts.map(toFirst)].map(({ hostId, label }, at) => (
          <span key={hostId} className={styles['pair']}>
            <Button variant={at === 0 ? 'primary' : 'default'} onClick={() => connect(hostId)}>
              {label}
            </Button>
            <Button variant="invisible" onClick={() => connect(hostId, false)}>
              In this window
            </Button>
          </span>
        ))}
      </div>
      <LeavingNotice state={state} />
    </>
  );
};

const toAgain = ({ hostId, login }: OwnAccount) => ({ hostId, label: `Connect @${login} again` });

const toFirst = ({ hostId, hostName }: OwnAccountHost) => ({
  hostId,
  label: hostName === 'github.com' ? 'Connect GitHub account' : `Connect GitHub account on ${hostName}`,
});

const NoApp = () => {
  const isAdministrator = useReader()?.role === 'administrator';
  return isAdministrator ? (
    <p>
      No app of yours is registered at GitHub yet, and an account is connected by one.{' '}
      <PathLink path="/settings/github/new">Connect an organisation by a GitHub App or an OAuth app</PathLink>
      ; then everybody here can connect their account by the same app.
    </p>
  ) : (
    <p>
      An account is connected by an app that an administrator registers at GitHub, and there is none here yet.
      Ask an administrator.
    </p>
  );
};
