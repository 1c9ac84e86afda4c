import { ApiFailure, getPerson, type Person } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { AccountFinder } from './account-finder.tsx';
import { FormerLinks } from './former-links.tsx';
import { LinkedAccounts } from './linked-accounts.tsx';
import { PersonForm } from './person-form.tsx';
import { UserTie } from './user-tie.tsx';

/** A person's details, their GitHub accounts and the user they sign in as. */
export const AccountsPage = () => {
  const slug = usePathParam('slug');
  const person = useAnswer(getPerson, { params: { slug } });
  if (person.error instanceof ApiFailure && person.error.failure.code === 'not-found') return <NothingHere />;
  const name = person.data?.name ?? slug;
  return (
    <Page
      title={`${name}: details and accounts`}
      trail={
        <>
          <AppLink to="/people">People</AppLink> /{' '}
          <AppLink to="/people/$slug" params={{ slug }}>
            {name}
          </AppLink>{' '}
          /
        </>
      }
    >
      <Loaded answer={person} skeleton={<Skeleton label="Loading this person" rows={8} />}>
        {(answer) => <PersonSections person={answer} />}
      </Loaded>
    </Page>
  );
};

const PersonSections = ({ person }: { readonly person: Person }) => (
  <>
    <Section title="GitHub accounts">
      <LinkedAccounts person={person} />
    </Section>
    <Section title="Link GitHub Account">
      <AccountFinder person={person} />
    </Section>
    <Section title="Details">
      <PersonForm key={person.personId} person={person} />
    </Section>
    <Section title="Signs in as">
      <UserTie person={person} />
    </Section>
    {person.formerLinks.length > 0 && (
      <Section title="Links that ended">
        <FormerLinks links={person.formerLinks} />
      </Section>
    )}
  </>
);
