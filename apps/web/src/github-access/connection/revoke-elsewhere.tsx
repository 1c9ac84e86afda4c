import type { RouteAnswer, replaceCredential } from '@throughline/contract';
import { ExternalLink } from '../../ui/external-link.tsx';
import styles from './connection-parts.module.css';

/** What became of the old credential, where something is left to do. */
export const RevokeElsewhere = ({ old }: Pick<RouteAnswer<typeof replaceCredential>, 'old'>) => {
  if (!old.isWiped) {
    return <p className={styles['text']}>The old credential stays: other connections read with it still.</p>;
  }
  if (old.isRevoked)
    return <p className={styles['text']}>The old credential is wiped here and revoked at GitHub.</p>;
  return (
    <p className={styles['text']}>
      The old credential is wiped here.{' '}
      {old.link === undefined ? (
        'What is left of it at GitHub, its owner ends in the settings there.'
      ) : (
        <>
          GitHub lets only its owner revoke it:{' '}
          <ExternalLink href={old.link}>revoke it on GitHub</ExternalLink>.
        </>
      )}
    </p>
  );
};
