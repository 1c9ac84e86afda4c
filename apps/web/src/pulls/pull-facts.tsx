import type { PullRequestPage } from '@throughline/contract';
import { Duration } from '../ui/duration.tsx';
import { Facts } from '../ui/facts.tsx';

/** What is counted of one pull request. Missing is said, and is never 0. */
export const PullFacts = ({ page }: { readonly page: PullRequestPage }) => {
  const { firstResponseS, reviewRounds, threads, comments, labels } = page;
  return (
    <Facts
      facts={[
        [
          'First response',
          firstResponseS === undefined ? 'none yet' : <Duration key="first" minutes={firstResponseS / 60} />,
        ],
        ['Review rounds', reviewRounds === undefined ? 'not known yet' : String(reviewRounds)],
        ['Threads resolved', threads.total === 0 ? 'no threads' : `${threads.resolved} of ${threads.total}`],
        ['Comments', String(comments)],
        ['Labels', labels.length === 0 ? 'none' : labels.map(({ name }) => name).join(', ')],
      ]}
    />
  );
};
