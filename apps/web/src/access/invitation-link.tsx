import { Banner } from '@primer/react';
import type { Invitation } from '@throughline/contract';
import { CopyButton } from '../ui/copy-button.tsx';
import { Moment } from '../ui/moment.tsx';
import styles from './invitation-link.module.css';

interface Props {
  readonly invitation: Invitation;
  readonly link: string;
}

/** A new invitation's link, shown this once. */
export const InvitationLink = ({ invitation: { email, expiresAt }, link }: Props) => (
  <Banner variant="success" title={`Send this link to ${email}`}>
    <div className={styles['link']}>
      <code className={styles['address']}>{link}</code>
      <CopyButton text={link} label="Copy the link" isWide />
      <p>
        It is shown only now, works once, and ends <Moment at={expiresAt} />.
      </p>
    </div>
  </Banner>
);
