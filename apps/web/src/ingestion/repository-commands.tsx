import { Button } from '@primer/react';
import {
  getRepositorySync,
  listRepositorySync,
  listRepositorySyncRows,
  readRepositoryAgain,
  repairRepository,
} from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './repository-detail.module.css';

interface Props {
  readonly connectionId: number;
  readonly repositoryId: number;
  readonly fullName: string;
}

const refreshes = [getRepositorySync, listRepositorySync, listRepositorySyncRows];

/** Ask again for what is missing, or for everything. Neither takes away what is here. */
export const RepositoryCommands = ({ connectionId, repositoryId, fullName }: Props) => {
  const tell = useTell();
  const given = { params: { connectionId, repositoryId } };
  const repair = useChange(repairRepository, {
    refreshes,
    onDone: () => tell({ text: `What is missing of ${fullName} is asked for again.` }),
  });
  const again = useChange(readRepositoryAgain, {
    refreshes,
    onDone: () => tell({ text: `${fullName} is read again. What is here stays meanwhile.` }),
  });
  const failed = [repair, again].find(({ isError }) => isError);
  return (
    <>
      <div className={styles['commands']}>
        <Button loading={repair.isPending} onClick={() => repair.mutate(given)}>
          Repair
        </Button>
        <Button loading={again.isPending} onClick={() => again.mutate(given)}>
          Read again
        </Button>
      </div>
      <p className={styles['muted']}>
        Repair asks now for what failed, was set aside or came cut off. Read again asks for everything but the
        files of pull requests that have not changed; what is here stays meanwhile.
      </p>
      {failed !== undefined && <FailureMessage error={failed.error} isAnswer />}
    </>
  );
};
