import { Button } from '@primer/react';
import { listPeople, type PersonRow } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { FilterField } from '../ui/filter-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './people.module.css';
import { PersonAccounts } from './person-accounts.tsx';

interface Props {
  /** Verb before the name: "Link to". */
  readonly verb: string;
  readonly exceptSlug?: string;
  readonly isBusy: boolean;
  readonly onPick: (person: PersonRow) => void;
}

const shownAtMost = 20;

/** Finds a person by name, address or login, and picks one. */
export const PersonPicker = ({ verb, exceptSlug, isBusy, onPick }: Props) => {
  const [filter, setFilter] = useState('');
  const people = useAnswer(listPeople, { query: filter === '' ? {} : { q: filter } }, { isKept: true });
  return (
    <div className={styles['stack']}>
      <FilterField label="Name, e-mail address or login" value={filter} onChange={setFilter} />
      <Loaded answer={people} skeleton={<Skeleton label="Loading people" rows={4} />}>
        {(answer) => {
          const offered = answer.people.filter(({ slug }) => slug !== exceptSlug);
          if (offered.length === 0) return <p>Nobody is called so.</p>;
          return (
            <ul className={styles['choices']}>
              {offered.slice(0, shownAtMost).map((person) => (
                <li key={person.slug}>
                  <Button size="small" disabled={isBusy} onClick={() => onPick(person)}>
                    {verb} {person.name}
                  </Button>{' '}
                  <span className={styles['note']}>
                    <PersonAccounts accounts={person.accounts} />
                  </span>
                </li>
              ))}
              {offered.length > shownAtMost && <li>More match. Type on to find them.</li>}
            </ul>
          );
        }}
      </Loaded>
    </div>
  );
};
