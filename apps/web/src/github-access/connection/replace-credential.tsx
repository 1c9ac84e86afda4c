import {
  type ConnectionDetail,
  type CredentialKind,
  getConnection,
  getSync,
  listConnections,
  type RouteAnswer,
  replaceCredential,
  weighReplacement,
} from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { useTell } from '../../ui/tell-context.ts';
import type { WizardEvent } from '../wizard/advance-wizard.ts';
import { ConnectWayChoice } from '../wizard/connect-way-choice.tsx';
import { OrganisationObstacle } from '../wizard/organisation-obstacle.tsx';
import { useWizard } from '../wizard/use-wizard.ts';
import { type ConnectWay, emptyWizard, type WizardState } from '../wizard/wizard-state.ts';
import styles from './connection-parts.module.css';
import { ReplaceWeighed } from './replace-weighed.tsx';
import { RevokeElsewhere } from './revoke-elsewhere.tsx';

type Replaced = RouteAnswer<typeof replaceCredential>;

/**
 * Finds another credential in any of the ways of connecting, tries it in the old one's place in each connection that this
 * serves, and says what would be lost; only then the old one is wiped, and reading goes on where it stopped.
 */
export const ReplaceCredential = ({ connection }: { readonly connection: ConnectionDetail }) => {
  const { connectionId, name, organisation, reading } = connection;
  const tell = useTell();
  const [state, send, forget] = useWizard(`throughline-replace ${connectionId}`, toStart(connection));
  const [old, setOld] = useState<Replaced['old']>();
  const weigh = useChange(weighReplacement);
  const change = useChange(replaceCredential, {
    refreshes: [listConnections, getConnection, getSync],
    onDone: (replaced) => {
      forget();
      send({ kind: 'data-chosen', data: state.data });
      weigh.reset();
      setOld(replaced.old);
      const ended = replaced.old.isWiped ? ' The old one is wiped.' : '';
      tell({ text: `${name} is read with the new credential.${ended}` });
    },
  });
  const offered = state.report?.organisations.find(({ login }) => login === organisation);
  const credentialId = offered?.credentialId;

  const onEvent = (event: WizardEvent) => {
    weigh.reset();
    if (event.kind !== 'report-accepted') {
      setOld(undefined);
      send(event);
    } else if (credentialId !== undefined) weigh.mutate({ params: { connectionId }, body: { credentialId } });
  };

  return (
    <div className={styles['part']}>
      <ConnectWayChoice state={state} send={onEvent} />
      {old !== undefined && <RevokeElsewhere old={old} />}
      {state.report !== undefined && credentialId === undefined && (
        <ul>
          <OrganisationObstacle
            login={organisation}
            obstacle={
              offered?.hindrance ?? { kind: 'not-member', text: 'is not among what this credential sees' }
            }
          />
        </ul>
      )}
      <ReplaceWeighed
        ownId={connectionId}
        weigh={weigh}
        change={change}
        onReplace={(connectionIds) =>
          credentialId !== undefined &&
          change.mutate({
            params: { connectionId },
            body: { credentialId, replaces: reading?.credentialId ?? credentialId, connectionIds },
          })
        }
      />
    </div>
  );
};

const toStart = ({ host, data, reading }: ConnectionDetail): WizardState => ({
  ...emptyWizard,
  step: 'credential',
  host: {
    address: host.kind === 'github.com' ? '' : host.webUrl,
    isPrivateAllowed: host.kind === 'enterprise-server',
  },
  data: [...data],
  ...(reading === undefined ? {} : { way: toWay(reading.kind) }),
});

/** What it was connected by is the first to be offered. */
const toWay = (kind: CredentialKind): ConnectWay => {
  switch (kind) {
    case 'app-installation':
      return 'app';
    case 'oauth-token':
      return 'oauth';
    default:
      return 'token';
  }
};
