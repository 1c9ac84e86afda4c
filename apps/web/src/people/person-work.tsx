import { IdBadgeIcon, RepoLockedIcon } from '@primer/octicons-react';
import type { PersonPage } from '@throughline/contract';
import { useReader } from '../api/use-session.ts';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import { PersonGiven } from './person-given.tsx';
import { PersonKinds } from './person-kinds.tsx';
import { PersonShipped } from './person-shipped.tsx';
import { PersonWaiting } from './person-waiting.tsx';
import styles from './person-work.module.css';
import { WeekByWeek } from './week-by-week.tsx';

/** What a person did in a period: what was shipped, what was given to others, week by week. */
export const PersonWork = ({ page }: { readonly page: PersonPage }) => {
  if (page.accounts.length === 0) return <NoAccount page={page} />;
  if (page.scope.visibleRepositories === 0) return <NoRepository />;
  return (
    <>
      <div className={styles['columns']}>
        <div className={styles['shipped']}>
          <PersonShipped page={page} />
        </div>
        <div className={styles['waiting']}>
          <PersonWaiting page={page} />
        </div>
        <div className={styles['given']}>
          <PersonGiven page={page} />
          <PersonKinds page={page} />
        </div>
      </div>
      <Section title="Week by week">
        <WeekByWeek weeks={page.weeks} zone={page.period.zone} />
      </Section>
    </>
  );
};

const NoAccount = ({ page: { slug, isMe } }: { readonly page: PersonPage }) => {
  const isAdministrator = useReader()?.role === 'administrator';
  return (
    <EmptyState
      cause="not-computable"
      icon={IdBadgeIcon}
      next={
        isAdministrator && (
          <AppLinkButton to="/people/$slug/accounts" params={{ slug }} variant="primary">
            Link GitHub Account
          </AppLinkButton>
        )
      }
    >
      No GitHub account is linked{isMe ? ' to you' : ''}, so there is no work to show.{' '}
      {isAdministrator
        ? 'Accounts are suggested with what speaks for them; '
        : 'Ask an administrator to link one; '}
      the page fills at once with everything that was read.
    </EmptyState>
  );
};

const NoRepository = () => (
  <EmptyState cause="not-for-you" icon={RepoLockedIcon}>
    You see no repository here yet, so there is no work to show. An administrator grants you some.
  </EmptyState>
);
