import type { PersonPage } from '@throughline/contract';
import { PathLink } from '../ui/path-link.tsx';
import { PersonAccounts } from './person-accounts.tsx';
import styles from './person-facts.module.css';

/** Who it is, and whose page this is: the first thing to know before looking further. */
export const PersonFacts = ({ page }: { readonly page: PersonPage }) => (
  <div className={styles['facts']}>
    <p>
      <PersonAccounts accounts={page.accounts} />
      {page.teams.map(({ slug, name, since }) => (
        <span key={slug}>
          {' · '}
          <PathLink path={`/teams/${slug}`}>
            <bdi dir="auto">{name}</bdi>
          </PathLink>{' '}
          since {toMonth(since)}
        </span>
      ))}
      {page.zone !== undefined && ` · ${page.zone}`}
      {page.leftOn !== undefined && ` · left on ${page.leftOn}; what they did until then stays`}
    </p>
    <p>
      {page.looking} {page.isMe && <PathLink path="/settings/me?tab=looks">See who and when</PathLink>}
    </p>
  </div>
);

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const toMonth = (day: string): string => month.format(new Date(`${day}T00:00:00Z`));
