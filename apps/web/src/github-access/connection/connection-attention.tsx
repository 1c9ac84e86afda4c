import type { ConnectionSummary } from '@throughline/contract';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import styles from './connection-attention.module.css';

/** What is wrong with a connection, and where it is repaired. */
export const ConnectionAttention = ({
  attention: { code, text, link },
}: {
  readonly attention: NonNullable<ConnectionSummary['attention']>;
}) => (
  <div className={styles['attention']}>
    <p>{text}</p>
    <div className={styles['next']}>
      {link !== undefined &&
        (link.startsWith('/') ? (
          <PathLink path={link}>Repair it</PathLink>
        ) : (
          <ExternalLink href={link}>Repair it on GitHub</ExternalLink>
        ))}
      <span className={styles['code']}>
        <code>{code}</code>
        <CopyButton text={code} label="Copy the code" />
      </span>
    </div>
  </div>
);
