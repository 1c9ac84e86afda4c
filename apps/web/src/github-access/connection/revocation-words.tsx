import type { ConnectionDetail } from '@throughline/contract';
import { ExternalLink } from '../../ui/external-link.tsx';

type Reading = NonNullable<ConnectionDetail['reading']>;

/** What ends of a credential when its connection does, and what only its owner can end at GitHub. */
export const RevocationWords = ({
  kind,
  revocation: { isPossible, link },
}: Pick<Reading, 'kind' | 'revocation'>) => {
  if (isPossible) return 'Its credential is revoked at GitHub and wiped here.';
  const isApp = kind === 'app-installation';
  return (
    <>
      {isApp
        ? 'Throughline makes no more tokens of the App, and those it made end within the hour. The App stays installed until an owner uninstalls it'
        : 'Its credential is wiped here. GitHub lets only its owner revoke it'}
      {link !== undefined && (
        <>
          :{' '}
          <ExternalLink href={link}>{isApp ? 'uninstall it on GitHub' : 'revoke it on GitHub'}</ExternalLink>
        </>
      )}
      .
    </>
  );
};
