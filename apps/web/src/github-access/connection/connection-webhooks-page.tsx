import { type ActionStanding, type ConnectionDetail, getConnectionActions } from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';
import { Facts } from '../../ui/facts.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { Section } from '../../ui/section.tsx';
import { ConnectionFrame } from './connection-frame.tsx';
import styles from './connection-parts.module.css';
import { toConnectionPath } from './connection-tabs.data.ts';

/** Does GitHub tell this organisation's changes by itself? */
export const ConnectionWebhooksPage = () => (
  <ConnectionFrame tab="webhooks">{(connection) => <Webhooks connection={connection} />}</ConnectionFrame>
);

interface Props {
  readonly connection: ConnectionDetail;
}

const Webhooks = ({ connection }: Props) => {
  const { organisation, reading } = connection;
  return (
    <>
      <p className={styles['text']}>
        {organisation} has no webhook. Throughline asks GitHub instead: every nine minutes which repositories
        have changed, and reads those. So a change is seen within ten minutes, and nothing is missed for want
        of a webhook; this version does not make any.
      </p>
      <Section title="What a webhook will need">
        <Facts
          facts={[
            ['A public address', toAddressWords(location)],
            ['An owner', toOwnerWords(reading?.role, organisation)],
            ['A permission', <HookPermission key="permission" connection={connection} />],
          ]}
        />
      </Section>
    </>
  );
};

/** What was asked for to act comes before what the reading credential happens to have. */
const HookPermission = ({ connection: { connectionId, name, reading } }: Props) => {
  const answer = useAnswer(getConnectionActions, { params: { connectionId } });
  const asked = answer.data?.actions.find(({ action }) => action === 'webhooks')?.state ?? 'not-asked';
  return (
    <>
      {asked === 'not-asked' ? toPermissionWords(reading) : toAskedWords(asked)}{' '}
      <PathLink path={toConnectionPath(name, 'actions')}>
        {asked === 'not-asked' ? 'Ask for it under Actions' : 'Open Actions'}
      </PathLink>
    </>
  );
};

const toAskedWords = (state: Exclude<ActionStanding['state'], 'not-asked'>): string =>
  state === 'possible' ? 'It was asked for and granted: fine.' : 'It was asked for, and is not granted yet.';

const toAddressWords = ({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string =>
  protocol === 'https:'
    ? `You reach this Throughline at ${host} over https. GitHub must reach it there too, so it may not lie in a private network.`
    : `You reach this Throughline at ${host}, without https: GitHub sends nothing there. The operator’s guide says how a public address is set.`;

type Reading = ConnectionDetail['reading'];

const toOwnerWords = (role: NonNullable<Reading>['role'], organisation: string): string => {
  if (role === 'owner') return `The credential’s owner is an owner of ${organisation}: fine.`;
  const needed = `An owner of ${organisation}, or an administrator of each repository, must make it.`;
  return role === undefined
    ? `${needed} What the credential’s owner is, is not known yet.`
    : `${needed} The credential’s owner is a ${role === 'none' ? 'stranger to it' : 'member'}.`;
};

const toPermissionWords = (reading: Reading): string => {
  switch (reading?.hookPermission) {
    case 'held':
      return 'The credential may make webhooks: fine.';
    case 'missing':
      return 'admin:org_hook, or Webhooks: write. The credential does not have it, and reading does not need it.';
    case 'unknown':
    case undefined:
      return 'admin:org_hook, or Webhooks: write. Whether the credential has it, GitHub does not tell; reading does not need it.';
  }
};
