import { Dialog } from '@primer/react';
import { getRepositorySync } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { RepositoryDetail } from './repository-detail.tsx';
import { useLastLook } from './use-last-look.ts';

interface Props {
  readonly connectionId: number;
  readonly repositoryId: number;
  readonly onClose: () => void;
}

/** A look into one repository, beside the list; on a narrow screen in its place. */
export const RepositoryPeek = ({ connectionId, repositoryId, onClose }: Props) => {
  const params = { connectionId, repositoryId };
  const answer = useAnswer(getRepositorySync, { params }, { refetchInterval: 3_000 });
  const { state, held, quarantined, data } = answer.data ?? {};
  // Its row says the same as its panel.
  useLastLook(data !== undefined, JSON.stringify([state, held, quarantined, data]));
  return (
    <Dialog
      title={answer.data?.fullName ?? 'Repository'}
      width="large"
      position={{ narrow: 'fullscreen', regular: 'right' }}
      onClose={onClose}
    >
      <Loaded answer={answer} skeleton={<Skeleton label="Loading what is here of it" rows={8} />}>
        {(detail) => <RepositoryDetail connectionId={connectionId} detail={detail} />}
      </Loaded>
    </Dialog>
  );
};
