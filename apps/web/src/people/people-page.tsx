import { PeopleIcon } from '@primer/octicons-react';
import { listPeople, type PersonRow } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useReader } from '../api/use-session.ts';
import { AppLinkButton } from '../ui/app-link-button.tsx';
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
import { PersonAccounts } from './person-accounts.tsx';
import { PersonName } from './person-name.tsx';

/** Who is here, and who has no account linked yet. By name, always. */
export const PeoplePage = () => {
  const [filter, setFilter] = useParam('q', { isTyped: true });
  const isAdministrator = useReader()?.role === 'administrator';
  const people = useAnswer(listPeople, { query: filter === '' ? {} : { q: filter } });
  return (
    <Page
      title="People"
      sentence={people.data && toSentence(people.data.people, people.data.total, filter)}
      action={
        isAdministrator && (
          <AppLinkButton to="/people/new" variant="primary">
            Add a person
          </AppLinkButton>
        )
      }
    >
      <FilterField label="Filter by name, e-mail address or login" value={filter} onChange={setFilter} />
      <IgnoredParams known={['q']} />
      <Loaded answer={people} skeleton={<Skeleton label="Loading people" rows={8} />}>
        {(answer) =>
          answer.people.length === 0 ? (
            <NoPeople filter={filter} />
          ) : (
            <RowList label="People" columns={columns} rows={answer.people} toKey={({ slug }) => slug} />
          )
        }
      </Loaded>
    </Page>
  );
};

const toSentence = (people: readonly PersonRow[], total: number, filter: string): string | undefined => {
  if (total === 0 && filter === '') return undefined;
  if (filter !== '') return `${toCount(total, 'person', 'people')} found.`;
  const unlinked = people.filter(({ accounts }) => accounts.length === 0).length;
  const rest = unlinked === 0 ? '' : ` ${unlinked} without a GitHub account linked.`;
  return `${toCount(total, 'person', 'people')}.${rest}`;
};

const columns: readonly Column<PersonRow>[] = [
  { key: 'name', head: 'Person', cell: (row) => <PersonName person={row} /> },
  {
    key: 'accounts',
    head: 'GitHub accounts',
    cell: ({ accounts }) => <PersonAccounts accounts={accounts} />,
  },
];

const NoPeople = ({ filter }: { readonly filter: string }) =>
  filter === '' ? (
    <EmptyState cause="nothing-yet" icon={PeopleIcon}>
      Nobody is here yet. Add a person, then link their GitHub account: their page fills at once.
    </EmptyState>
  ) : (
    <EmptyState cause="nothing-matches" icon={PeopleIcon}>
      Nobody has “{filter}” in their name, e-mail address or login.
    </EmptyState>
  );
