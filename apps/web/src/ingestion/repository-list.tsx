import { RepoIcon } from '@primer/octicons-react';
import { listRepositorySync } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import { RepositoryPeek } from './repository-peek.tsx';
import { RepositoryRows } from './repository-rows.tsx';
import { parseGroup, parseOrder } from './repository-words.ts';
import { usePeek } from './use-peek.ts';

interface Props {
  readonly connectionId: number;
  /** True while something is being read. */
  readonly isMoving: boolean;
}

/** Every repository of a connection, those that need you first; each opens what is here of it and what is missing. */
export const RepositoryList = ({ connectionId, isMoving }: Props) => {
  const [filter] = useParam('q');
  const [state] = useParam('state');
  const [sort] = useParam('sort');
  const { repositoryId, close } = usePeek(connectionId);
  const asked = { q: filter.trim(), group: parseGroup(state), order: parseOrder(sort) };
  const refetchInterval = isMoving ? 3_000 : 30_000;
  const answer = useAnswer(
    listRepositorySync,
    { params: { connectionId }, query: asked },
    { refetchInterval, isKept: true },
  );
  return (
    <>
      <Loaded answer={answer} skeleton={<Skeleton label="Loading repositories" rows={6} />}>
        {(list) =>
          list.groups.all === 0 && asked.q === '' ? (
            <EmptyState cause="nothing-yet" icon={RepoIcon}>
              {isMoving ? 'Its repositories are being counted.' : 'It has no repository that is to be read.'}
            </EmptyState>
          ) : (
            <RepositoryRows
              connectionId={connectionId}
              list={list}
              asked={asked}
              isStale={answer.isPlaceholderData}
              refetchInterval={refetchInterval}
            />
          )
        }
      </Loaded>
      {repositoryId !== undefined && (
        <RepositoryPeek connectionId={connectionId} repositoryId={repositoryId} onClose={close} />
      )}
    </>
  );
};
