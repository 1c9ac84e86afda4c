import { useNavigate } from '@tanstack/react-router';
import { getPerson, type Person } from '@throughline/contract';
import { useEffect } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { AppLink } from '../ui/app-link.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { Loaded } from '../ui/loaded.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { AccountFinder } from './account-finder.tsx';
import { AwaitedLogins } from './awaited-logins.tsx';
import { FormerLinks } from './former-links.tsx';
import { LinkedAccounts } from './linked-accounts.tsx';
import { MergeAndSplit } from './merge-and-split.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonStanding } from './person-standing.tsx';
import { UserTie } from './user-tie.tsx';

/** A person's details, their GitHub accounts and the user they sign in as. */
export const AccountsPage = () => {
  const slug = usePathParam('slug');
  const person = useAnswer(getPerson, { params: { slug } });
  const navigate = useNavigate();
  const movedTo = person.data !== undefined && person.data.slug !== slug ? person.data.slug : undefined;
  useEffect(() => {
    // Somebody merged: their address leads on to whom they are now.
    if (movedTo !== undefined && slug !== 'me') {
      void navigate({ to: '/people/$slug/accounts', params: { slug: movedTo }, replace: true });
    }
  }, [movedTo, slug, navigate]);
  if (isNotFound(person.error)) return <NothingHere />;
  const name = person.data?.name ?? slug;
  return (
    <Page
      title={`${name}: details and accounts`}
      sentence={person.data && toSentence(person.data)}
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

const toSentence = ({ links }: Person): string =>
  links.length === 0
    ? 'No GitHub account is linked, so no work is theirs yet.'
    : `${toCount(links.length, 'GitHub account is', 'GitHub accounts are')} linked: their work counts here.`;

const PersonSections = ({ person }: { readonly person: Person }) => (
  <>
    <Section title="GitHub accounts">
      <LinkedAccounts person={person} />
      <AwaitedLogins person={person} />
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
    <Section title="Here, and counted">
      <PersonStanding person={person} />
    </Section>
    <Section title="Two who are one, one who is two">
      <MergeAndSplit person={person} />
    </Section>
    {person.formerLinks.length > 0 && (
      <Section title="Links that ended">
        <FormerLinks links={person.formerLinks} />
      </Section>
    )}
  </>
);
