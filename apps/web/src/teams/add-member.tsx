import { Button, Dialog } from '@primer/react';
import { listTeamCandidates, type RouteAnswer, type Team } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toNumber } from '../ui/number-words.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { DayField } from './day-field.tsx';
import styles from './members.module.css';
import { type PartChoice, PartFields } from './part-fields.tsx';
import { useMembership } from './use-membership.ts';

type Candidates = RouteAnswer<typeof listTeamCandidates>;
type Candidate = Candidates['people'][number];

interface Props {
  readonly team: Team;
  readonly onClose: () => void;
}

/** Adds people from a day on, one after the other. */
export const AddMember = ({ team, onClose }: Props) => {
  const [filter, setFilter] = useState('');
  const [fromOn, setFromOn] = useState(team.today);
  const [choice, setChoice] = useState<PartChoice>({ part: 'contributor', isLead: false });
  const membership = useMembership(team.slug);
  const people = useAnswer(
    listTeamCandidates,
    { params: { slug: team.slug }, query: filter === '' ? {} : { q: filter } },
    { isKept: true },
  );
  const there = new Set(team.members.map(({ person }) => person.slug));
  const add = (person: Candidate) =>
    membership.start(
      person,
      { kind: 'member', ...choice, fromOn: fromOn || team.today },
      `${person.name} is added to ${team.name}.`,
    );
  return (
    <Dialog title={`Add people to ${team.name}`} width="large" onClose={onClose}>
      <div className={styles['dialog']}>
        <DayField
          label="From"
          value={fromOn}
          onChange={setFromOn}
          caption="What they do from this day on counts as the team’s."
        />
        <PartFields value={choice} onChange={setChoice} />
        <FilterField label="Find people by name or login" value={filter} onChange={setFilter} />
        {membership.error !== null && <FailureMessage error={membership.error} isAnswer />}
        <Loaded answer={people} skeleton={<Skeleton label="Loading people" rows={5} />}>
          {(answer) => (
            <Found answer={answer} filter={filter} there={there} isBusy={membership.isPending} onAdd={add} />
          )}
        </Loaded>
      </div>
    </Dialog>
  );
};

interface FoundProps {
  readonly answer: Candidates;
  readonly filter: string;
  readonly there: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly onAdd: (person: Candidate) => void;
}

const Found = ({ answer: { people, total }, filter, there, isBusy, onAdd }: FoundProps) => (
  <>
    {people.length === 0 && (
      <p>
        {filter === ''
          ? 'Nobody is here yet: add people first.'
          : `Nobody has “${filter}” in their name or login.`}
      </p>
    )}
    <ul className={styles['found']}>
      {people.map((person) => (
        <li key={person.slug} className={styles['candidate']}>
          <span>
            <bdi dir="auto">{person.name}</bdi>{' '}
            <span className={styles['muted']}>{person.logins.map((login) => `@${login}`).join(', ')}</span>
          </span>
          {there.has(person.slug) ? (
            <span className={styles['muted']}>is in the team</span>
          ) : (
            <Button
              size="small"
              disabled={isBusy}
              aria-label={`Add ${person.name}`}
              onClick={() => onAdd(person)}
            >
              Add
            </Button>
          )}
        </li>
      ))}
    </ul>
    {total > people.length && (
      <p className={styles['muted']}>
        The first {toNumber(people.length)} of {toNumber(total)}. Type more of the name to find the others.
      </p>
    )}
  </>
);
