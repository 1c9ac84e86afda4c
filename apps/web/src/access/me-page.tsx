import { useReader } from '../api/use-session.ts';
import { SettingsTrail } from '../settings/settings-trail.tsx';
import { Facts } from '../ui/facts.tsx';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import { PasswordForm } from './password-form.tsx';
import { roleWords } from './role-words.data.ts';

/** One's own account. */
export const MePage = () => {
  const reader = useReader();
  if (reader === undefined) return undefined;
  const { name, email, role, person } = reader;
  return (
    <Page title="You" trail={<SettingsTrail />}>
      <Facts
        facts={[
          ['Name', name],
          ['E-mail address', email],
          ['Role', `${role}: ${roleWords[role]}`],
          [
            'Person',
            person === undefined ? (
              'Not tied to a person yet. An administrator ties you to yours on that person’s page.'
            ) : (
              <PathLink key="person" path={`/people/${person.slug}`}>
                {person.name}
              </PathLink>
            ),
          ],
        ]}
      />
      <Section title="Password">
        <PasswordForm />
      </Section>
    </Page>
  );
};
