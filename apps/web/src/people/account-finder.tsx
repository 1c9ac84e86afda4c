import { SearchIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { type AccountMatch, type Person, searchAccounts } from '@throughline/contract';
import { type SyntheticEvent, useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Moment } from '../ui/moment.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './account-finder.module.css';
import { AccountList } from './account-list.tsx';
import { useLink } from './use-link.ts';

/** Looks for a person's account: by what is known of them, or by what is typed; in what was read, and at GitHub. */
export const AccountFinder = ({ person }: { readonly person: Person }) => {
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  const found = useAnswer(searchAccounts, {
    params: { slug: person.slug },
    query: wanted === '' ? {} : { q: wanted },
  });
  const search = (event: SyntheticEvent) => {
    event.preventDefault();
    setWanted(typed.trim());
  };
  return (
    <>
      <search>
        <form className={styles['search']} onSubmit={search}>
          <FilterField label="Login, name or e-mail address" value={typed} onChange={setTyped} />
          <Button type="submit" loading={found.isFetching && wanted !== ''}>
            Find accounts
          </Button>
        </form>
      </search>
      <Loaded answer={found} skeleton={<Skeleton label="Looking for accounts" rows={3} rowHeight={64} />}>
        {({ matches, unasked }) => (
          <>
            {matches.length === 0 ? (
              <NoMatch wanted={wanted} />
            ) : (
              <Matches person={person} matches={matches} />
            )}
            {unasked.map(({ hostName, reason }) => (
              <p key={hostName}>
                {hostName} could not be asked: {reason}
              </p>
            ))}
          </>
        )}
      </Loaded>
    </>
  );
};

const NoMatch = ({ wanted }: { readonly wanted: string }) => (
  <EmptyState cause="nothing-matches" icon={SearchIcon}>
    {wanted === ''
      ? 'Nothing that is known of this person leads to an account. Type a login, a name or an e-mail address.'
      : `No account found for “${wanted}”. A login is the surest: it stands in the address of their GitHub page.`}
  </EmptyState>
);

interface MatchesProps {
  readonly person: Person;
  readonly matches: readonly AccountMatch[];
}

const Matches = ({ person, matches }: MatchesProps) => {
  const link = useLink(person);
  return (
    <>
      <AccountList
        items={matches.map((match) => ({
          key: `${match.account.hostId} ${match.account.githubId}`,
          account: match.account,
          evidence: match.evidence,
          note:
            match.source === 'seen'
              ? 'Seen in what was read.'
              : 'Found at GitHub, not seen in what was read yet.',
          command: (
            <LinkCommand
              match={match}
              isBusy={link.isPending}
              onLink={(fromOn) => link.start({ ...match, fromOn })}
            />
          ),
        }))}
      />
      {link.error !== null && <FailureMessage error={link.error} isAnswer />}
    </>
  );
};

interface CommandProps {
  readonly match: AccountMatch;
  readonly isBusy: boolean;
  /** From the given day on, or since ever. */
  readonly onLink: (fromOn: string | undefined) => void;
}

const LinkCommand = ({ match: { account, linkedTo }, isBusy, onLink }: CommandProps) => {
  if (linkedTo === undefined) {
    return (
      <Button loading={isBusy} onClick={() => onLink(undefined)}>
        Link @{account.login}
      </Button>
    );
  }
  const freeOn = linkedTo.untilOn === undefined ? undefined : toDayAfter(linkedTo.untilOn);
  return (
    <span>
      {linkedTo.name}’s{freeOn !== undefined && ` until ${linkedTo.untilOn}`}, linked{' '}
      <Moment at={linkedTo.linkedAt} />{' '}
      {freeOn !== undefined && (
        <Button size="small" loading={isBusy} onClick={() => onLink(freeOn)}>
          Link @{account.login} from {freeOn}
        </Button>
      )}
    </span>
  );
};

const toDayAfter = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};
