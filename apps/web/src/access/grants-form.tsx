import { RepoIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import {
  listGrants,
  type listRepositories,
  type RouteAnswer,
  setGrants,
  type User,
} from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { AppLink } from '../ui/app-link.tsx';
import type { Column } from '../ui/column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { toCount } from '../ui/number-words.ts';
import { PickList } from '../ui/pick-list.tsx';
import { RepositoryName } from '../ui/repository-name.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './grants-form.module.css';

type Repository = RouteAnswer<typeof listRepositories>['repositories'][number];

interface Props {
  readonly user: User;
  readonly grants: RouteAnswer<typeof listGrants>['grants'];
  readonly repositories: readonly Repository[];
}

/** Grants exactly the picked repositories. */
export const GrantsForm = ({ user, grants, repositories }: Props) => {
  const tell = useTell();
  const [picked, setPicked] = useState<ReadonlySet<number>>(
    () => new Set(grants.map(({ repositoryId }) => repositoryId)),
  );
  const change = useChange(setGrants, {
    refreshes: [listGrants],
    onDone: () =>
      tell({ text: `${user.name} sees ${toCount(picked.size, 'repository', 'repositories')} now.` }),
  });
  if (repositories.length === 0) {
    return (
      <EmptyState
        cause="nothing-yet"
        icon={RepoIcon}
        next={<AppLink to="/settings/github">Connect GitHub</AppLink>}
      >
        No repository is read yet, so there is nothing to grant.
      </EmptyState>
    );
  }
  return (
    <>
      <PickList
        nouns={['repository', 'repositories']}
        rows={repositories}
        toId={({ repositoryId }) => repositoryId}
        toName={({ fullName }) => fullName}
        columns={columns}
        picked={picked}
        onPick={setPicked}
      />
      {change.isError && <FailureMessage error={change.error} isAnswer />}
      <div className={styles['foot']}>
        <Button
          variant="primary"
          loading={change.isPending}
          onClick={() =>
            change.mutate({ params: { userId: user.userId }, body: { repositoryIds: [...picked] } })
          }
        >
          Grant {toCount(picked.size, 'repository', 'repositories')}
        </Button>
      </div>
    </>
  );
};

const columns: readonly Column<Repository>[] = [
  { key: 'name', head: 'Repository', cell: ({ fullName }) => <RepositoryName fullName={fullName} /> },
  {
    key: 'visibility',
    head: 'Visibility',
    width: '8rem',
    isWideOnly: true,
    cell: ({ visibility, isDemo }) => (isDemo ? 'demo' : visibility),
  },
];
