import { XIcon } from '@primer/octicons-react';
import { IconButton } from '@primer/react';
import type { OwnAccount } from '@throughline/contract';
import { useState } from 'react';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Moment } from '../../ui/moment.tsx';
import styles from './own-account.module.css';
import { OwnGrants } from './own-grants.tsx';
import { RemoveOwnAccount } from './remove-own-account.tsx';
import { RetryRemoval } from './retry-removal.tsx';

/** One connected account: whose, since when, what was granted, and the X that ends it. */
export const OwnAccountCard = ({ account }: { readonly account: OwnAccount }) => {
  const [isAsked, setIsAsked] = useState(false);
  const { login, hostName, state, connectedAt, usedAt, isSignInAllowed, githubUrl, ownAccountId } = account;
  return (
    <div className={styles['card']}>
      <div className={styles['head']}>
        <span className={styles['name']}>
          @{login} on {hostName}
        </span>
        {state !== 'ending' && (
          <IconButton
            icon={XIcon}
            variant="invisible"
            aria-label={`Remove the connection of @${login}`}
            onClick={() => setIsAsked(true)}
          />
        )}
      </div>
      {state === 'lost' && (
        <p>
          GitHub no longer takes this connection: it was revoked there, or its renewal was cut off. Connect
          the account again, or remove it. It stays linked to you.
        </p>
      )}
      {state === 'ending' && <RetryRemoval account={account} />}
      <Facts
        facts={[
          ['Connected', <Moment key="at" at={connectedAt} />],
          ['Granted', toGranted(account)],
          ...(state === 'connected'
            ? ([['Reaches', <OwnGrants key="grants" ownAccountId={ownAccountId} />]] as const)
            : []),
          ['Last used', usedAt === undefined ? 'Not yet' : <Moment key="used" at={usedAt} />],
          ['Signing in', isSignInAllowed && state !== 'ending' ? 'You can sign in with it.' : 'Not with it.'],
          [
            'At GitHub',
            <ExternalLink key="github" href={githubUrl}>
              What {account.appName} may do
            </ExternalLink>,
          ],
        ]}
      />
      {isAsked && <RemoveOwnAccount account={account} onClose={() => setIsAsked(false)} />}
    </div>
  );
};

const toGranted = ({ appKind, appName, scopes }: OwnAccount): string => {
  if (appKind === 'github-app')
    return `Who you are, and what both you and ${appName} may, where it is installed`;
  return scopes.length === 0
    ? 'Who you are in public, and nothing else'
    : `Who you are (${scopes.join(', ')})`;
};
