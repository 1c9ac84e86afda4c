import { listOwnAccounts } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useReader } from '../api/use-session.ts';
import { OwnAccountsSection } from '../github-access/own-account/own-accounts-section.tsx';
import { SettingsTrail } from '../settings/settings-trail.tsx';
import { Facts } from '../ui/facts.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Page } from '../ui/page.tsx';
import { PartTabs } from '../ui/part-tabs.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { useParam } from '../ui/use-param.ts';
import { MeCorrections } from './me-corrections.tsx';
import { MeData } from './me-data.tsx';
import { MeLooks } from './me-looks.tsx';
import { roleWords } from './role-words.data.ts';
import { MeWaysIn } from './sign-in/me-ways-in.tsx';

const tabs = [
  ['', 'You'],
  ['stored', 'What is stored'],
  ['looks', 'Who looked'],
  ['corrections', 'Corrections'],
] as const;

type Tab = (typeof tabs)[number][0];

/** What each part answers. */
const sentences: Readonly<Record<Tab, string>> = {
  '': 'What you sign in as, and whose work is yours.',
  stored: 'Everything that is stored about you; it is yours to take away.',
  looks: 'Who opened your page, and what they saw of it.',
  corrections: 'What you asked to have put right, and what became of it.',
};

/** One's own account, what is stored about oneself, who looked, and what one wants put right. */
export const MePage = () => {
  const [text] = useParam('tab');
  const here = tabs.find(([tab]) => tab === text)?.[0] ?? '';
  const refused = here === text ? [] : [{ name: 'tab', value: text, reason: 'There is no such part.' }];
  return (
    <Page title="You" trail={<SettingsTrail />} sentence={sentences[here]}>
      <PartTabs
        label="Parts of this page"
        tabs={tabs.map(([tab, name]) => ({
          path: tab === '' ? '/settings/me' : `/settings/me?tab=${tab}`,
          name,
          isHere: tab === here,
        }))}
      />
      <IgnoredParams known={['tab']} refused={refused} />
      <Part tab={here} />
    </Page>
  );
};

const Part = ({ tab }: { readonly tab: Tab }) => {
  switch (tab) {
    case '':
      return <Account />;
    case 'stored':
      return <MeData />;
    case 'looks':
      return <MeLooks />;
    case 'corrections':
      return <MeCorrections />;
  }
};

const Account = () => {
  const reader = useReader();
  const own = useAnswer(listOwnAccounts);
  if (reader === undefined) return undefined;
  const { name, email, role, person } = reader;
  return (
    <>
      <Facts
        facts={[
          ['Name', name],
          ['E-mail address', email],
          ['Role', `${role}: ${roleWords[role]}`],
          [
            'Person',
            person === undefined ? (
              'Not tied to a person yet. Connect your GitHub account below, or ask an administrator to tie you to yours.'
            ) : (
              <PathLink key="person" path={`/people/${person.slug}`}>
                {person.name}
              </PathLink>
            ),
          ],
        ]}
      />
      <OwnAccountsSection />
      {/* How much stands above is not known before: what is beneath comes after it, and nothing moves. */}
      {!own.isPending && <MeWaysIn />}
    </>
  );
};
