import { WhatIsRead } from '../github-access/what-is-read.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import styles from './help-page.module.css';

/** What one needs to know to trust a page; the same place on every page. */
export const HelpPage = () => (
  <Page
    title="Help"
    sentence="Throughline shows a team’s work on GitHub beside its people. Every number opens into its rows."
  >
    <div className={styles['text']}>
      <Section title="Figures">
        <p>
          A figure is computed over the repositories that you may see. It says “at least” while something is
          still being read, and “not known, because …” where GitHub does not tell. It is never 0 instead.
          Choose a figure to open exactly the rows behind it.
        </p>
      </Section>
      <Section title="People">
        <p>
          People stand by name and are never ranked. A person’s page is theirs first. What somebody shipped
          and reviewed comes from the GitHub accounts linked to them; a wrong link can be ended, and its dates
          are kept.
        </p>
      </Section>
      <Section title="Why don’t I see a repository?">
        <p>
          Administrators see every repository that is read. Everybody else sees those that an administrator
          granted to them, under Settings, Users. What you may not see looks as if it did not exist. Paste a
          repository, a pull request or a person into the <AppLink to="/doctor">doctor</AppLink>: it says why
          you don’t see it, and what to do.
        </p>
      </Section>
      <Section title="What is read from GitHub, and what never is">
        <WhatIsRead />
      </Section>
      <Section title="Keys">
        <p>
          <kbd>⌘</kbd> or <kbd>Ctrl</kbd> with <kbd>K</kbd> finds anything: words of a title, <kbd>#</kbd> a
          number, <kbd>@</kbd> people and teams, <kbd>&gt;</kbd> commands, or an address pasted from GitHub.{' '}
          <kbd>?</kbd> shows the keys of the page you are on. Single keys never act in fields; turn them off
          in your menu, where rows can be made compact and times exact too.
        </p>
      </Section>
      <Section title="Periods">
        <p>
          Weeks begin on Monday, in the workspace’s zone. Moments are shown in your own zone; hover, focus or
          touch one to see it exactly.
        </p>
      </Section>
    </div>
  </Page>
);
