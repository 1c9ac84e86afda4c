import { HubotIcon } from '@primer/octicons-react';
import { listRobots, type RobotRow } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import type { Column } from '../ui/column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import { AccountTitle } from './account-title.tsx';
import { ClassChoice } from './class-choice.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { PersonName } from './person-name.tsx';

/** Programs that write on GitHub, apart from people. */
export const BotsPage = () => {
  const [filter, setFilter] = useParam('q', { isTyped: true });
  const found = useAnswer(listRobots, { query: filter === '' ? {} : { q: filter } }, { isKept: true });
  return (
    <Page
      title="Bots and AI agents"
      sentence={
        found.data &&
        `${toCount(found.data.total, 'account')} of programs. Their work is told apart from people’s.`
      }
    >
      <PeopleTabs here="bots" count={found.data?.total} />
      <FilterField label="Filter by login or name" value={filter} onChange={setFilter} />
      <IgnoredParams known={['q']} />
      <Loaded answer={found} skeleton={<Skeleton label="Loading bots and AI agents" rows={6} />}>
        {({ robots }) =>
          robots.length === 0 ? (
            <EmptyState cause={filter === '' ? 'nothing-yet' : 'nothing-matches'} icon={HubotIcon}>
              {filter === ''
                ? 'No bot and no AI agent was seen yet. They are recognised by their login and by what GitHub says.'
                : `No bot and no AI agent has “${filter}” in its login or name.`}
            </EmptyState>
          ) : (
            <RowList
              label="Bots and AI agents"
              columns={columns}
              rows={robots}
              toKey={({ account }) => account.accountId}
              rowHeight={41}
            />
          )
        }
      </Loaded>
    </Page>
  );
};

const columns: readonly Column<RobotRow>[] = [
  {
    key: 'account',
    head: 'Account',
    cell: ({ account, linkedTo }) => (
      <>
        <AccountTitle account={account} />
        {linkedTo !== undefined && (
          <>
            , linked to <PersonName person={{ ...linkedTo, isDemo: false }} />
          </>
        )}
      </>
    ),
  },
  {
    key: 'class',
    head: 'What it is',
    width: '15rem',
    narrowWidth: '45vw',
    cell: (row) => <ClassChoice {...row} />,
  },
];
