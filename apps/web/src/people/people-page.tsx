import { PeopleIcon } from '@primer/octicons-react';
import { Select } from '@primer/react';
import {
  listPeople,
  type PersonRow,
  type PersonState,
  personState,
  type RouteAnswer,
} from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useReader } from '../api/use-session.ts';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import styles from './people.module.css';
import { PeopleFiles } from './people-files.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { personColumns } from './person-columns.tsx';

type Answer = RouteAnswer<typeof listPeople>;

/** Who is here, and who has no account linked yet. By name, always. */
export const PeoplePage = () => {
  const [filter, setFilter] = useParam('q', { isTyped: true });
  const [stateText, setState] = useParam('state');
  const state = personState.safeParse(stateText).data;
  const isAdministrator = useReader()?.role === 'administrator';
  const query = toQuery(filter, state);
  const people = useAnswer(listPeople, { query }, { isKept: true });
  return (
    <Page
      title="People"
      sentence={people.data && toSentence(people.data, filter)}
      action={
        isAdministrator && (
          <AppLinkButton to="/people/new" variant="primary">
            Add a person
          </AppLinkButton>
        )
      }
    >
      <PeopleTabs here="people" count={people.data?.counts.here} />
      <div className={styles['bar']}>
        <FilterField label="Filter by name, e-mail address or login" value={filter} onChange={setFilter} />
        <StateChoice state={state ?? ''} counts={people.data?.counts} onChoose={setState} />
        {isAdministrator && <PeopleFiles query={query} />}
      </div>
      <IgnoredParams known={state === undefined && stateText !== '' ? ['q'] : ['q', 'state']} />
      <Loaded answer={people} skeleton={<Skeleton label="Loading people" rows={8} />}>
        {(answer) => <People answer={answer} filter={filter} state={state} />}
      </Loaded>
    </Page>
  );
};

const toQuery = (filter: string, state: PersonState | undefined) => ({
  ...(filter === '' ? {} : { q: filter }),
  ...(state === undefined ? {} : { state }),
});

interface PeopleProps {
  readonly answer: Answer;
  readonly filter: string;
  readonly state: string | undefined;
}

const People = ({ answer: { people, total }, filter, state }: PeopleProps) => {
  if (people.length === 0) return <NoPeople filter={filter} state={state} />;
  return (
    <>
      <RowList label="People" columns={personColumns} rows={people} toKey={toSlug} total={total} />
      {total > people.length && (
        <p className={styles['note']}>
          The first {toNumber(people.length)} of {toNumber(total)}. Filter to see the others.
        </p>
      )}
    </>
  );
};

const toSlug = ({ slug }: PersonRow): string => slug;

const toSentence = ({ people, total, counts }: Answer, filter: string): string | undefined => {
  if (counts.here === 0 && total === 0 && filter === '') return undefined;
  if (filter !== '') return `${toCount(total, 'person', 'people')} found.`;
  const unlinked =
    counts['not-linked'] === 0 ? '' : ` ${toNumber(counts['not-linked'])} without a GitHub account linked.`;
  const joiners = people.filter(({ isNewUnlinked }) => isNewUnlinked).length;
  const fresh = joiners === 0 ? '' : ` ${toNumber(joiners)} of these joined in the last 30 days.`;
  return `${toCount(counts.here, 'person', 'people')}.${unlinked}${fresh}`;
};

const stateNames = [
  ['', 'Here now', 'here'],
  ['linked', 'Linked', 'linked'],
  ['not-linked', 'Not linked', 'not-linked'],
  ['left', 'Left', 'left'],
  ['hidden', 'Hidden', 'hidden'],
  ['excluded', 'Excluded from figures', 'excluded'],
] as const;

interface StateProps {
  readonly state: string;
  readonly counts: Answer['counts'] | undefined;
  readonly onChoose: (state: string) => void;
}

const StateChoice = ({ state, counts, onChoose }: StateProps) => (
  <Select aria-label="Who is shown" value={state} onChange={(event) => onChoose(event.target.value)}>
    {stateNames.map(([value, name, count]) => (
      <Select.Option key={value} value={value}>
        {counts === undefined ? name : `${name}, ${toNumber(counts[count])}`}
      </Select.Option>
    ))}
  </Select>
);

const NoPeople = ({ filter, state }: { readonly filter: string; readonly state: string | undefined }) => {
  if (filter !== '') {
    return (
      <EmptyState cause="nothing-matches" icon={PeopleIcon}>
        Nobody has “{filter}” in their name, e-mail address or login.
      </EmptyState>
    );
  }
  if (state !== undefined) {
    return (
      <EmptyState cause="nothing-matches" icon={PeopleIcon}>
        Nobody is {state.replace('-', ' ')}.
      </EmptyState>
    );
  }
  return (
    <EmptyState cause="nothing-yet" icon={PeopleIcon}>
      Nobody is here yet. Add a person, then link their GitHub account: their page fills at once. Many at once
      come from a file or from an organisation’s members.
    </EmptyState>
  );
};
