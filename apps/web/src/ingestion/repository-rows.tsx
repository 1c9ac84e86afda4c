import { FilterIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import type { listRepositorySync, RouteAnswer } from '@throughline/contract';
import { useMemo, useState } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { toCount } from '../ui/number-words.ts';
import { RowList } from '../ui/row-list.tsx';
import { useParam } from '../ui/use-param.ts';
import { toRepositoryColumns } from './repository-columns.tsx';
import { RepositoryFilters } from './repository-filters.tsx';
import { groupNames, type ListAsked } from './repository-words.ts';
import { usePeek } from './use-peek.ts';
import { keepHundreds, type ListedRepository, useRepositoryRows } from './use-repository-rows.ts';
import { useStandingIds } from './use-standing-ids.ts';

interface Props {
  readonly connectionId: number;
  readonly list: RouteAnswer<typeof listRepositorySync>;
  readonly asked: ListAsked;
  /** True while the list shown is still that of the question before. */
  readonly isStale: boolean;
  readonly refetchInterval: number;
}

const toId = ({ repositoryId }: ListedRepository) => repositoryId;

/** The repositories that match, as many as there are: only those near the screen are in the page and asked for. */
export const RepositoryRows = ({ connectionId, list, asked, isStale, refetchInterval }: Props) => {
  const [shown, setShown] = useState<readonly [number, number]>([0, 0]);
  const question = useMemo(() => JSON.stringify(asked), [asked]);
  const standing = useStandingIds(list.repositoryIds, isStale ? '' : question);
  const { ids } = standing;
  const rows = useRepositoryRows({ connectionId, ids, shown, first: list.repositories, refetchInterval });
  const { open } = usePeek(connectionId);
  const columns = useMemo(() => toRepositoryColumns(open), [open]);
  return (
    <>
      <RepositoryFilters
        groups={list.groups}
        asked={asked}
        onRenew={standing.hasChanged && !isStale ? standing.renew : undefined}
      />
      {rows.length === 0 ? (
        <NothingMatches asked={asked} named={list.groups.all} />
      ) : (
        <RowList
          label="Repositories"
          columns={columns}
          rows={rows}
          toKey={toId}
          rowHeight={48}
          isOneHeight
          onShown={(first, last) => setShown((before) => keepHundreds(before, [first, last]))}
        />
      )}
    </>
  );
};

const NothingMatches = ({ asked, named }: { readonly asked: ListAsked; readonly named: number }) => {
  const [, setFilter] = useParam('q', { isTyped: true });
  const [, setState] = useParam('state');
  return (
    <EmptyState
      cause="nothing-matches"
      icon={FilterIcon}
      next={<Button onClick={() => (named === 0 ? setFilter('') : setState(''))}>Drop this filter</Button>}
    >
      {named === 0
        ? `No repository has “${asked.q}” in its name.`
        : `None of ${toCount(named, 'repository', 'repositories')} is in the state “${groupNames[asked.group]}”.`}
    </EmptyState>
  );
};
