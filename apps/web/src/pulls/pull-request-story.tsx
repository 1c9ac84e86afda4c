import { BranchName } from '@primer/react';
import type { AttentionRow, PullRequestPage } from '@throughline/contract';
import { ExternalLink } from '../ui/external-link.tsx';
import { Moment } from '../ui/moment.tsx';
import { Section } from '../ui/section.tsx';
import { WaitingBecause } from '../ui/waiting-because.tsx';
import { AuthorName } from './author-name.tsx';
import { LifeBand } from './life-band.tsx';
import { PullExclusion } from './pull-exclusion.tsx';
import { PullFacts } from './pull-facts.tsx';
import type { PullParts } from './pull-parts.ts';
import { PullRequestMark } from './pull-request-mark.tsx';
import { PullRequestSize } from './pull-request-size.tsx';
import styles from './pull-request-story.module.css';
import { PullTimeline } from './pull-timeline.tsx';
import { ReviewerList } from './reviewer-list.tsx';

interface Props {
  readonly page: PullRequestPage;
  readonly parts: PullParts;
}

/** One pull request, on its page and in the panel beside a list. */
export const PullRequestStory = ({ page, parts }: Props) => (
  <div className={styles['story']}>
    <About page={page} />
    <Waits rows={[...(page.waiting === undefined ? [] : [page.waiting]), ...page.beyond]} />
    {page.band === undefined ? (
      <p>Where its time went is being worked out; it is here in a few seconds.</p>
    ) : (
      <LifeBand band={page.band} />
    )}
    <div className={styles['sides']}>
      <Section title="What happened">
        <PullTimeline events={page.events} />
      </Section>
      <div className={styles['side']}>
        <Section title="Reviewers">
          <ReviewerList reviewers={page.reviewers} />
        </Section>
        <Section title="Counted">
          <PullFacts page={page} />
        </Section>
        <Section title="In figures">
          <PullExclusion page={page} parts={parts} />
        </Section>
      </div>
    </div>
    {page.gaps.length > 0 && <p className={styles['gaps']}>{page.gaps.join(' ')}</p>}
  </div>
);

const About = ({ page }: Pick<Props, 'page'>) => (
  <div className={styles['about']}>
    <p className={styles['line']}>
      <PullRequestMark state={page.state} />
      <AuthorName author={page.author} />
      <span>
        <BranchName as="span" dir="auto">
          {page.headRef}
        </BranchName>{' '}
        into{' '}
        <BranchName as="span" dir="auto">
          {page.baseRef}
        </BranchName>
      </span>
      <span>
        <PullRequestSize {...page} />
      </span>
      {page.mergedBy !== undefined && (
        <span>
          merged by <AuthorName author={page.mergedBy} />
        </span>
      )}
    </p>
    {page.goneAt !== undefined && (
      <p>
        GitHub no longer has it: it was gone <Moment at={page.goneAt} />. What was read of it is kept here.
      </p>
    )}
    <Closes closes={page.closes} />
  </div>
);

const Closes = ({ closes }: Pick<PullRequestPage, 'closes'>) =>
  closes.length > 0 && (
    <ul className={styles['closes']} aria-label="Why it is linked">
      {closes.map(({ fullName, number, url }) => (
        <li key={`${fullName}#${number}`}>
          {url === undefined ? (
            `${fullName} #${number}`
          ) : (
            <ExternalLink href={url}>
              {fullName} #{number}
            </ExternalLink>
          )}{' '}
          because GitHub says that merging closes it
        </li>
      ))}
    </ul>
  );

const Waits = ({ rows }: { readonly rows: readonly AttentionRow[] }) => (
  <>
    {rows.map(({ group, agreement, sentence }) => (
      <WaitingBecause key={`${group} ${agreement}`}>{sentence}</WaitingBecause>
    ))}
  </>
);
