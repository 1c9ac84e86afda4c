import { useParams } from '@tanstack/react-router';
import { ApiFailure, getPersonPage } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useReader } from '../api/use-session.ts';
import { PeriodSelect } from '../pulls/period-select.tsx';
import { ScopeNotes } from '../pulls/scope-notes.tsx';
import { useFilterParams } from '../pulls/use-filter-params.ts';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { NoOwnPerson } from './no-own-person.tsx';
import { PersonAccounts } from './person-accounts.tsx';
import { PersonWork } from './person-work.tsx';

/** What one person shipped and reviewed, for a period in the address. */
export const PersonPage = () => {
  const slug = useParams({ strict: false }).slug ?? 'me';
  const reader = useReader();
  const { period } = useFilterParams(['period']);
  const page = useAnswer(getPersonPage, { params: { slug }, query: period === undefined ? {} : { period } });

  if (page.error instanceof ApiFailure && page.error.failure.code === 'not-found') {
    return slug === 'me' ? <NoOwnPerson /> : <NothingHere />;
  }
  const person = page.data;
  return (
    <Page
      title={person?.name ?? 'A person’s page'}
      trail={person && <PersonAccounts accounts={person.accounts} />}
      sentence={person?.sentence}
      action={
        person !== undefined &&
        reader?.role === 'administrator' && (
          <AppLinkButton to="/people/$slug/accounts" params={{ slug: person.slug }}>
            Edit and link accounts
          </AppLinkButton>
        )
      }
    >
      <div>
        <PeriodSelect period={person?.period} whenAbsent={['last-30-days', 'Last 30 days']} />
      </div>
      <IgnoredParams known={['period']} refused={person?.ignored ?? []} />
      <Loaded answer={page} skeleton={<Skeleton label="Loading this person’s work" rows={10} />}>
        {(answer) => (
          <>
            <PersonWork page={answer} />
            <ScopeNotes scope={answer.scope} />
          </>
        )}
      </Loaded>
    </Page>
  );
};
