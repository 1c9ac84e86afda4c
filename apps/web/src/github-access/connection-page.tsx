import { listConnections } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { ConnectionDetail } from './connection-detail.tsx';

/** Is this connection well? */
export const ConnectionPage = () => {
  const name = usePathParam('name');
  const answer = useAnswer(listConnections);
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading the connection" rows={5} />}>
      {({ connections }) => {
        const connection = connections.find((candidate) => candidate.name === name);
        return connection === undefined ? (
          <NothingHere />
        ) : (
          <ConnectionDetail key={connection.connectionId} connection={connection} trail={<Trail />} />
        );
      }}
    </Loaded>
  );
};

const Trail = () => (
  <>
    <AppLink to="/settings">Settings</AppLink> / <AppLink to="/settings/github">GitHub Integration</AppLink>
  </>
);
