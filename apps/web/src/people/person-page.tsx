import { type PersonPage as Answer, ApiFailure, getPersonPage, listPersonRows } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useNews } from '../api/use-news.ts';
import { useReader } from '../api/use-session.ts';
import { PeriodSelect } from '../pulls/period-select.tsx';
import { toComputedInterval } from '../pulls/scope-interval.ts';
import { ScopeNotes } from '../pulls/scope-notes.tsx';
import { useFilterParams } from '../pulls/use-filter-params.ts';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { NoOwnPerson } from './no-own-person.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonShippedCopy } from './person-shipped-copy.tsx';
import { PersonTabs } from './person-tabs.tsx';
import { PersonWork } from './person-work.tsx';

const known = ['period', 'by'] as const;
const live = [getPersonPage, listPersonRows];

/** What one person shipped, reviewed and unblocked, for a period in the address. */
export const PersonPage = () => {
  const slug = usePathParam('slug');
  const query = useFilterParams(known);
  const page = useAnswer(
    getPersonPage,
    { params: { slug }, query },
    { toInterval: ({ scope }) => toComputedInterval(scope) },
  );
  useNews(live, 'computed');
  if (isNotFound(page.error)) return slug === 'me' ? <NoOwnPerson /> : <NothingHere />;
  if (page.data !== undefined) return <PersonContent page={page.data} />;
  return (
    <Page title="A person’s page">
      {page.isError ? (
        <FailureMessage error={page.error} onRetry={page.refetch} />
      ) : (
        <Skeleton label="Loading this person’s work" rows={10} />
      )}
    </Page>
  );
};

const isNotFound = (error: unknown): boolean =>
  error instanceof ApiFailure && error.failure.code === 'not-found';

const PersonContent = ({ page }: { readonly page: Answer }) => (
  <Page
    title={page.name}
    sentence={page.sentence}
    aside={<PeriodSelect period={page.period} whenAbsent={lastMonth} />}
    action={<PersonShippedCopy page={page} />}
  >
    <PersonFacts page={page} />
    <PersonTabs page={page} />
    <IgnoredParams known={known} refused={page.ignored} />
    <PersonWork page={page} />
    <ScopeNotes scope={page.scope} />
    <EditButton slug={page.slug} />
  </Page>
);

const lastMonth = ['last-30-days', 'Last 30 days'] as const;

const EditButton = ({ slug }: { readonly slug: string }) =>
  useReader()?.role === 'administrator' && (
    <div>
      <AppLinkButton to="/people/$slug/accounts" params={{ slug }}>
        Edit and link accounts
      </AppLinkButton>
    </div>
  );
