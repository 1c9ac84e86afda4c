import { type ConnectionDetail, getConnection, listConnections } from '@throughline/contract';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { isNotFound } from '../../ui/is-not-found.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { Page } from '../../ui/page.tsx';
import { PartTabs } from '../../ui/part-tabs.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePathParam } from '../../ui/use-path-param.ts';
import { ConnectionAttention } from './connection-attention.tsx';
import { type ConnectionTab, connectionTabs, toConnectionPath } from './connection-tabs.data.ts';
import { toVerdict } from './connection-verdict.ts';
import { CredentialEnds } from './credential-ends.tsx';
import { EndedPage } from './ended-page.tsx';
import { EndingState } from './ending-state.tsx';

interface Props {
  readonly tab: ConnectionTab;
  readonly children: (connection: ConnectionDetail) => ReactNode;
}

/** How often one that is being disconnected is looked at. */
const endingMs = 2_000;

/** A tab of a connection's page: its verdict, what needs somebody, its tabs. */
export const ConnectionFrame = ({ tab, children }: Props) => {
  const found = useConnection(usePathParam('name'));
  switch (found.kind) {
    case 'ended':
      return <EndedPage connection={found.connection} />;
    case 'open':
      return (
        <Open key={found.connection.connectionId} connection={found.connection} tab={tab}>
          {children}
        </Open>
      );
    case 'none':
      return <NothingHere />;
    case 'coming':
      return (
        <Page title="A connection" trail={<Trail />}>
          {found.error === null ? (
            <Skeleton label="Loading the connection" rows={6} />
          ) : (
            <FailureMessage error={found.error} onRetry={found.retry} />
          )}
        </Page>
      );
  }
};

type Found =
  | { readonly kind: 'open' | 'ended'; readonly connection: ConnectionDetail }
  | { readonly kind: 'none' }
  | { readonly kind: 'coming'; readonly error: Error | null; readonly retry: () => unknown };

/** The connection of this name, also once it is called otherwise or has ended while one looks at it. */
const useConnection = (name: string): Found => {
  const list = useAnswer(listConnections);
  const listed = list.data?.connections.find((one) => one.name === name)?.connectionId;
  const connectionId = useKnownId(name, listed);
  const answer = useAnswer(
    getConnection,
    { params: { connectionId: connectionId ?? 0 } },
    {
      enabled: connectionId !== undefined,
      toInterval: ({ state }) => (state === 'disconnecting' ? endingMs : false),
    },
  );
  const told = answer.data && toTold(answer.data, connectionId, answer.error);
  if (told !== undefined) return told;
  if (list.data !== undefined && connectionId === undefined) return { kind: 'none' };
  const retry = () => Promise.all([list.refetch(), connectionId && answer.refetch()]);
  return { kind: 'coming', error: list.error ?? answer.error, retry };
};

/** What is shown meanwhile may be the connection that was open before. */
const toTold = (
  connection: ConnectionDetail,
  connectionId: number | undefined,
  error: Error | null,
): Found | undefined => {
  if (connection.state === 'disconnecting' && isNotFound(error)) return { kind: 'ended', connection };
  return connection.connectionId === connectionId ? { kind: 'open', connection } : undefined;
};

/** Somebody may rename it while one is here: then it is the one that had this name. */
const useKnownId = (name: string, found: number | undefined): number | undefined => {
  const [known, setKnown] = useState({ name, found });
  const isNews = known.name !== name || (found !== undefined && known.found !== found);
  if (isNews) setKnown({ name, found });
  return found ?? (known.name === name ? known.found : undefined);
};

const Open = ({ connection, tab, children }: Props & { readonly connection: ConnectionDetail }) => {
  const { name, attention, host } = connection;
  const tabs = connectionTabs.filter(({ isForDemo }) => isForDemo || host.kind !== 'demo');
  if (tabs.every((one) => one.tab !== tab)) return <NothingHere />;
  return (
    <Page
      title={name}
      tab={tab === 'overview' ? name : `${name}, ${tab}`}
      trail={<Trail />}
      sentence={toVerdict(connection)}
    >
      <PartTabs
        label="Parts of this connection"
        tabs={tabs.map((one) => ({
          path: toConnectionPath(name, one.tab),
          name: one.name,
          isHere: one.tab === tab,
        }))}
      />
      {attention !== undefined && <ConnectionAttention attention={attention} />}
      {connection.state === 'disconnecting' ? (
        <EndingState connection={connection} />
      ) : (
        <CredentialEnds connections={[connection]} />
      )}
      {children(connection)}
    </Page>
  );
};

const Trail = () => (
  <>
    <AppLink to="/settings">Settings</AppLink> / <AppLink to="/settings/github">GitHub Integration</AppLink>
  </>
);
