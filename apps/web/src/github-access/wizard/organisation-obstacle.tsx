import type { TokenReport } from '@throughline/contract';
import { AppLink } from '../../ui/app-link.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { findObstacle } from './advance-wizard.ts';
import styles from './organisation-choice.module.css';

interface Props {
  readonly organisation: TokenReport['organisations'][number];
}

/** Why an organisation cannot be connected now, and what to do about it. */
export const OrganisationObstacle = ({ organisation }: Props) => (
  <li className={styles['other']}>
    <strong>{organisation.login}</strong>
    <p>
      <Reason organisation={organisation} />
    </p>
  </li>
);

const Reason = ({ organisation }: Props) => {
  const { connectedAs, ssoUrl } = organisation;
  switch (findObstacle(organisation)) {
    case 'connected':
      return (
        <>
          already connected as{' '}
          <AppLink to="/settings/github/$name" params={{ name: connectedAs ?? '' }}>
            {connectedAs}
          </AppLink>
        </>
      );
    case 'sign-on':
      return (
        <>
          needs sign-on: this token isn’t authorised for its single sign-on.{' '}
          {ssoUrl !== undefined && (
            <>
              <ExternalLink href={ssoUrl}>Authorise it on GitHub</ExternalLink>, then test the token again
            </>
          )}
        </>
      );
    case 'not-member':
    case undefined:
      return 'the token’s owner is not a member';
  }
};
