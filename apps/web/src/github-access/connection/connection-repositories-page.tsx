import { type ConnectionDetail, listConnectionRepositories } from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ConnectionFrame } from './connection-frame.tsx';
import { NotIngested } from './not-ingested.tsx';
import { RepositoryChoice } from './repository-choice.tsx';

/** Which repositories of this organisation are read? */
export const ConnectionRepositoriesPage = () => (
  <ConnectionFrame tab="repositories">
    {(connection) => <Repositories connection={connection} />}
  </ConnectionFrame>
);

const Repositories = ({ connection }: { readonly connection: ConnectionDetail }) => {
  const { connectionId } = connection;
  const answer = useAnswer(listConnectionRepositories, { params: { connectionId } });
  const isAsked = connection.host.kind !== 'demo' && connection.state !== 'disconnecting';
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading repositories" rows={8} />}>
      {(saved) => (
        <>
          <RepositoryChoice connection={connection} saved={saved} />
          {isAsked && <NotIngested connection={connection} />}
        </>
      )}
    </Loaded>
  );
};
