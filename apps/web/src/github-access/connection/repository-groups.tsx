import { FilterIcon, RepoIcon } from '@primer/octicons-react';
import { Button, SegmentedControl } from '@primer/react';
import {
  type ConnectionRepository,
  type ConnectionRepositoryGroup,
  connectionRepositoryGroups,
} from '@throughline/contract';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterField } from '../../ui/filter-field.tsx';
import { toCount, toNumber } from '../../ui/number-words.ts';
import { PickList } from '../../ui/pick-list.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { ScrollRow } from '../../ui/scroll-row.tsx';
import { useParam } from '../../ui/use-param.ts';
import styles from './connection-parts.module.css';
import { toRepositoryColumns } from './connection-repository-columns.tsx';

interface Props {
  readonly connectionId: number;
  readonly repositories: readonly ConnectionRepository[];
  /** Where some are picked by hand. */
  readonly picking:
    | { readonly picked: readonly number[]; readonly onPick: (picked: readonly number[]) => void }
    | undefined;
}

type Shown = ConnectionRepositoryGroup | 'all';

const groupNames: Readonly<Record<Shown, string>> = {
  all: 'All',
  read: 'Read',
  'not-chosen': 'Not chosen',
  archived: 'Archived',
  forks: 'Forks',
  'no-access': 'No access',
  gone: 'Gone',
};

const groups: readonly Shown[] = ['all', ...connectionRepositoryGroups];

const nouns = ['repository', 'repositories'] as const;

/** Every repository that GitHub ever showed, by why it is read or not; 5,000 of them scroll. */
export const RepositoryGroups = ({ connectionId, repositories, picking }: Props) => {
  const [group, setGroup] = useParam('state');
  const [q, setQ] = useParam('q', { isTyped: true });
  const wanted = q.trim().toLowerCase();
  const inGroup = repositories.filter((one) => group === '' || one.group === group);
  const rows = inGroup.filter(({ fullName }) => fullName.toLowerCase().includes(wanted));
  const columns = toRepositoryColumns(connectionId);
  const counts = Map.groupBy(repositories, (one) => one.group);
  return (
    <div className={styles['part']}>
      <ScrollRow>
        <SegmentedControl
          aria-label="Which repositories are listed"
          size="small"
          onChange={(at) => setGroup(at === 0 ? '' : (groups[at] ?? ''))}
        >
          {groups.map((one) => (
            <SegmentedControl.Button key={one} selected={one === (group || 'all')}>
              {`${groupNames[one]} ${toNumber(one === 'all' ? repositories.length : (counts.get(one)?.length ?? 0))}`}
            </SegmentedControl.Button>
          ))}
        </SegmentedControl>
      </ScrollRow>
      {picking !== undefined && group !== 'gone' ? (
        <PickList
          nouns={nouns}
          rows={inGroup.filter((one) => one.group !== 'gone')}
          toId={({ githubId }) => githubId}
          toName={({ fullName }) => fullName}
          columns={columns}
          picked={new Set(picking.picked)}
          onPick={(picked) => picking.onPick([...picked])}
        />
      ) : (
        <>
          <FilterField label={`Filter ${toCount(inGroup.length, ...nouns)}`} value={q} onChange={setQ} />
          {rows.length === 0 ? (
            <Empty hasAny={inGroup.length > 0} q={q} onDrop={() => setQ('')} />
          ) : (
            <RowList
              label="Repositories"
              columns={columns}
              rows={rows}
              toKey={({ repositoryId }) => repositoryId}
              isOneHeight
            />
          )}
        </>
      )}
    </div>
  );
};

interface EmptyProps {
  readonly hasAny: boolean;
  readonly q: string;
  readonly onDrop: () => void;
}

const Empty = ({ hasAny, q, onDrop }: EmptyProps) =>
  hasAny ? (
    <EmptyState
      cause="nothing-matches"
      icon={FilterIcon}
      next={<Button onClick={onDrop}>Drop the filter</Button>}
    >
      None of them has “{q}” in its name.
    </EmptyState>
  ) : (
    <EmptyState cause="nothing-yet" icon={RepoIcon}>
      No repository is in this group.
    </EmptyState>
  );
