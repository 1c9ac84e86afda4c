import type { OrganisationSeen } from '@throughline/contract';
import { AppLink } from '../../ui/app-link.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import styles from './organisations-choice.module.css';

interface Props {
  readonly login: string;
  readonly obstacle: NonNullable<OrganisationSeen['obstacle']>;
}

/** Why an organisation cannot be connected now, and where to do something about it. */
export const OrganisationObstacle = ({ login, obstacle }: Props) => (
  <li className={styles['other']}>
    <strong>{login}</strong>
    <p>
      <Reason obstacle={obstacle} />
    </p>
    {obstacle.message !== undefined && (
      <CopyButton text={obstacle.message} label="Copy a message to the owner" isWide />
    )}
  </li>
);

const Reason = ({ obstacle: { text, link, linkText, connectedAs } }: Pick<Props, 'obstacle'>) => {
  if (connectedAs !== undefined) {
    return (
      <>
        {text}.{' '}
        <AppLink to="/settings/github/$name" params={{ name: connectedAs }}>
          Open its connection
        </AppLink>
      </>
    );
  }
  if (link === undefined) return text;
  const name = linkText ?? 'See it on GitHub';
  return (
    <>
      {text}.{' '}
      {link.startsWith('/') ? (
        <PathLink path={link}>{name}</PathLink>
      ) : (
        <ExternalLink href={link}>{name}</ExternalLink>
      )}
    </>
  );
};
