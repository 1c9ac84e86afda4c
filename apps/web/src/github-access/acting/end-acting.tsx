import { Button } from '@primer/react';
import {
  type ActingBy,
  type ConnectionDetail,
  endActions,
  getConnectionActions,
} from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Section } from '../../ui/section.tsx';
import { useTell } from '../../ui/tell-context.ts';
import styles from '../connection/connection-parts.module.css';

interface Props {
  readonly connection: ConnectionDetail;
  readonly by: ActingBy;
}

/** Says what goes and what stays, and takes back what may be done. */
export const EndActing = ({ connection: { connectionId, organisation }, by }: Props) => {
  const [isUninstalling, setIsUninstalling] = useState(false);
  const tell = useTell();
  const change = useChange(endActions, {
    refreshes: [getConnectionActions],
    onDone: () => tell({ text: `What Throughline may do for ${organisation} is taken back.` }),
  });
  const isOwn = by.way === 'own-app';
  return (
    <Section title="Take it back">
      <div className={styles['part']}>
        <p className={styles['text']}>
          Throughline may do nothing for {organisation} then, at once. Reading goes on.{' '}
          {isOwn ? <OwnAppLeft by={by} /> : <UpgradeLeft by={by} />}
        </p>
        {isOwn && by.installationUrl !== undefined && (
          <CheckField
            label={`Uninstall ${by.name} from ${organisation} too`}
            caption="At GitHub, where an owner would have to install it again."
            isOn={isUninstalling}
            onChange={setIsUninstalling}
          />
        )}
        <div>
          <Button
            variant="danger"
            loading={change.isPending}
            onClick={() =>
              change.mutate({
                params: { connectionId },
                body: { app: isUninstalling ? 'uninstall' : 'keep' },
              })
            }
          >
            Take it back
          </Button>
        </div>
        {change.isError && <FailureMessage error={change.error} isAnswer />}
      </div>
    </Section>
  );
};

const OwnAppLeft = ({ by: { name, installationUrl } }: Pick<Props, 'by'>) =>
  installationUrl === undefined ? (
    `${name} stays registered at GitHub.`
  ) : (
    <>
      Its credential is wiped here. {name} stays installed until an owner{' '}
      <ExternalLink href={installationUrl}>uninstalls it on GitHub</ExternalLink>, unless you tick the box.
    </>
  );

const UpgradeLeft = ({ by: { name, permissionsUrl } }: Pick<Props, 'by'>) => (
  <>
    What {name} was granted stays granted at GitHub until its owner{' '}
    <ExternalLink href={permissionsUrl}>lowers it there</ExternalLink>; Throughline makes no token with it.
  </>
);
