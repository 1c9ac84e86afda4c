import { Button } from '@primer/react';
import {
  type ConnectionDetail,
  getConnection,
  listConnections,
  recheckCredential,
} from '@throughline/contract';
import { useChange } from '../../api/use-change.ts';
import { Facts } from '../../ui/facts.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Moment } from '../../ui/moment.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useTell } from '../../ui/tell-context.ts';
import { credentialKindWords } from '../connection-words.ts';
import styles from './connection-parts.module.css';
import { toConnectionPath } from './connection-tabs.data.ts';

type Reading = NonNullable<ConnectionDetail['reading']>;

const accountWords: Readonly<Record<Reading['accountKind'], string>> = {
  person: 'looks like a person’s account; a service account outlives whoever leaves',
  'service-account': 'looks like a service account',
  bot: 'an app',
};

/** Whose credential reads, what its owner is in the organisation, and how long it lasts. */
export const CredentialFacts = ({
  connection: { connectionId, organisation, name, state },
  reading,
}: {
  readonly connection: ConnectionDetail;
  readonly reading: Reading;
}) => {
  const tell = useTell();
  const change = useChange(recheckCredential, {
    refreshes: [getConnection, listConnections],
    onDone: () => tell({ text: `The credential of ${name} is checked.` }),
  });
  const { kind, login, accountKind, role, endsAt, checkedAt, sharedWith } = reading;
  return (
    <div className={styles['part']}>
      <Facts
        facts={[
          ['Used to', 'read. Nothing here writes to GitHub.'],
          ['Kind', credentialKindWords[kind]],
          ['Account', `${login}, ${accountWords[accountKind]}`],
          ['Its role', toRoleWords(role, organisation)],
          [
            'Ends',
            endsAt === undefined ? 'never, as far as GitHub tells' : <Moment key="ends" at={endsAt} />,
          ],
          ['Last checked', <Moment key="checked" at={checkedAt} />],
          ...(sharedWith.length === 0
            ? []
            : [['Also reads', <Shared key="shared" sharedWith={sharedWith} />] as const]),
        ]}
      />
      {state !== 'disconnecting' && (
        <div>
          <Button loading={change.isPending} onClick={() => change.mutate({ params: { connectionId } })}>
            Check again
          </Button>
        </div>
      )}
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </div>
  );
};

const toRoleWords = (role: Reading['role'], organisation: string): string => {
  switch (role) {
    case 'owner':
      return `owner of ${organisation}`;
    case 'member':
      return `member of ${organisation}`;
    case 'none':
      return `no member of ${organisation}`;
    case undefined:
      return 'not known yet: check again';
  }
};

const Shared = ({ sharedWith }: Pick<Reading, 'sharedWith'>) =>
  sharedWith.map(({ connectionId, name }, at) => (
    <span key={connectionId}>
      {at > 0 && ', '}
      <PathLink path={toConnectionPath(name, 'overview')}>{name}</PathLink>
    </span>
  ));
