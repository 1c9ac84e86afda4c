import { CheckCircleIcon } from '@primer/octicons-react';
import { useReader } from '../api/use-session.ts';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { Page } from '../ui/page.tsx';
import { StartDemoButton } from './start-demo-button.tsx';
import styles from './welcome-page.module.css';
import { WhatIsRead } from './what-is-read.tsx';

/** After the first account: where the work should come from. */
export const WelcomePage = () => {
  const reader = useReader();
  return (
    <Page
      title="Welcome. Let’s see your team’s work."
      tab="Welcome"
      sentence="Everything stays on this machine. Throughline talks to GitHub and to nothing else."
    >
      <ol className={styles['steps']}>
        <li className={styles['step']}>
          <CheckCircleIcon className={styles['done'] ?? ''} aria-label="Done:" />
          <span>Your administrator account</span>
          <span className={styles['muted']}>{reader?.email}</span>
        </li>
        <li className={styles['step']}>
          <span className={styles['now']} aria-hidden="true" />
          <h2 className={styles['question']}>Where should the work come from?</h2>
        </li>
      </ol>
      <div className={styles['choices']}>
        <section className={styles['main']} aria-labelledby="connect">
          <h3 id="connect">Connect GitHub</h3>
          <p>Read-only. You choose what is read.</p>
          <p>
            Have ready: the right to install an app in your organisation, or the token of one of its members.
          </p>
          <div className={styles['foot']}>
            <AppLinkButton to="/settings/github/new" variant="primary">
              Connect GitHub
            </AppLinkButton>
            <span className={styles['muted']}>about five minutes</span>
          </div>
        </section>
        <section className={styles['other']} aria-labelledby="demo">
          <h3 id="demo">Explore the demo organisation</h3>
          <p>30 repositories and 40 people, all made up.</p>
          <p>The same pipeline, marked as demo everywhere, gone again with one click.</p>
          <div className={styles['foot']}>
            <StartDemoButton />
            <span className={styles['muted']}>first data in ten seconds</span>
          </div>
        </section>
      </div>
      <details>
        <summary className={styles['summary']}>What is read, and what never is</summary>
        <div className={styles['what']}>
          <WhatIsRead />
        </div>
      </details>
    </Page>
  );
};
