import { useParams } from '@tanstack/react-router';
import { ApiFailure, getPerson } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { AccountFinder } from './account-finder.tsx';
import { FormerLinks } from './former-links.tsx';
import { LinkedAccounts } from './linked-accounts.tsx';
import { PersonForm } from './person-form.tsx';
import { UserTie } from './user-tie.tsx';

/** A person's details, their GitHub accounts and the user they sign in as. */
export const AccountsPage = () => {
  const slug = useParams({ strict: false }).slug ?? '';
  const person = useAnswer(getPerson, { params: { slug } });
  if (person.error instanceof ApiFailure && person.error.failure.code === 'not-found') return <NothingHere />;
  return (
    <Page
      title={
        person.data === undefined ? 'Edit and link accounts' : `${person.data.name}: details and accounts`
      }
      trail={
        <>
          <AppLink to="/people">People</AppLink> /{' '}
          <AppLink to="/people/$slug" params={{ slug }}>
            {person.data?.name ?? slug}
          </AppLink>{' '}
          /
        </>
      }
    >
      <Loaded answer={person} skeleton={<Skeleton label="Loading this person" rows={8} />}>
        {(answer) => (
          <>
            <Section title="GitHub accounts">
              <LinkedAccounts person={answer} />
            </Section>
            <Section title="Link GitHub Account">
              <AccountFinder person={answer} />
            </Section>
            <Section title="Details">
              <PersonForm key={answer.personId} person={answer} />
            </Section>
            <Section title="Signs in as">
              <UserTie person={answer} />
            </Section>
            {answer.formerLinks.length > 0 && (
              <Section title="Links that ended">
                <FormerLinks links={answer.formerLinks} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};
