import { FilterIcon, RepoIcon } from '@primer/octicons-react';
import { Button, SegmentedControl } from '@primer/react';
import { listRepositorySync, type RepositorySync } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { RowList } from '../ui/row-list.tsx';
import { ScrollRow } from '../ui/scroll-row.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import { useStableOrder } from '../ui/use-stable-order.ts';
import { repositoryColumns } from './repository-columns.tsx';
import styles from './repository-list.module.css';
import { groupNames, isInGroup, parseGroup, repositoryGroups } from './repository-words.ts';

interface Props {
  readonly connectionId: number;
  /** True while something is being read. */
  readonly isMoving: boolean;
}

/** Every repository of a connection, those that need you first. */
export const RepositoryList = ({ connectionId, isMoving }: Props) => {
  const answer = useAnswer(
    listRepositorySync,
    { params: { connectionId } },
    { refetchInterval: isMoving ? 3_000 : 30_000 },
  );
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading repositories" rows={6} />}>
      {({ repositories }) =>
        repositories.length === 0 ? (
          <EmptyState cause="nothing-yet" icon={RepoIcon}>
            {isMoving ? 'Its repositories are being counted.' : 'It has no repository that is to be read.'}
          </EmptyState>
        ) : (
          <Rows repositories={repositories} />
        )
      }
    </Loaded>
  );
};

const toId = ({ repositoryId }: RepositorySync) => repositoryId;

const Rows = ({ repositories }: { readonly repositories: readonly RepositorySync[] }) => {
  const [filter, setFilter] = useParam('q', { isTyped: true });
  const [state, setState] = useParam('state');
  const group = parseGroup(state);
  const standing = useStableOrder(repositories, toId);
  const named = standing.filter(({ fullName }) =>
    fullName.toLowerCase().includes(filter.trim().toLowerCase()),
  );
  const shown = named.filter((repository) => isInGroup(repository, group));

  return (
    <>
      <div className={styles['head']}>
        <FilterField
          label={`Filter ${toCount(repositories.length, 'repository', 'repositories')}`}
          value={filter}
          onChange={setFilter}
        />
        <ScrollRow>
          <SegmentedControl
            aria-label="State"
            size="small"
            onChange={(index) => setState(index === 0 ? '' : (repositoryGroups[index] ?? ''))}
          >
            {repositoryGroups.map((option) => (
              <SegmentedControl.Button key={option} selected={option === group}>
                {`${groupNames[option]} ${toNumber(named.filter((row) => isInGroup(row, option)).length)}`}
              </SegmentedControl.Button>
            ))}
          </SegmentedControl>
        </ScrollRow>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          cause="nothing-matches"
          icon={FilterIcon}
          next={
            <Button onClick={() => (named.length === 0 ? setFilter('') : setState(''))}>
              Drop this filter
            </Button>
          }
        >
          {named.length === 0
            ? `No repository has “${filter}” in its name.`
            : `None of ${toCount(named.length, 'repository', 'repositories')} is in the state “${groupNames[group]}”.`}
        </EmptyState>
      ) : (
        <RowList label="Repositories" columns={repositoryColumns} rows={shown} toKey={toId} />
      )}
    </>
  );
};
