import {
  CheckIcon,
  CodeReviewIcon,
  CommentIcon,
  FileDiffIcon,
  GitCommitIcon,
  GitMergeIcon,
  GitPullRequestClosedIcon,
  GitPullRequestDraftIcon,
  GitPullRequestIcon,
  type Icon,
  RepoPushIcon,
  XIcon,
} from '@primer/octicons-react';
import type { PullEvent } from '@throughline/contract';
import { Moment } from '../ui/moment.tsx';
import { toCount } from '../ui/number-words.ts';
import { AuthorName } from './author-name.tsx';
import styles from './pull-timeline.module.css';

/** What happened to a pull request, in its order. */
export const PullTimeline = ({ events }: { readonly events: readonly PullEvent[] }) => (
  <ol className={styles['list']}>
    {events.map((event) => (
      <Line
        key={`${event.kind} ${event.at} ${event.actor?.login} ${JSON.stringify(event.asked)}`}
        event={event}
      />
    ))}
  </ol>
);

const Line = ({ event }: { readonly event: PullEvent }) => {
  const Picture = icons[event.kind];
  return (
    <li className={styles['line']}>
      <Picture className={styles['icon'] ?? ''} />
      <span>
        {words[event.kind]}
        <Asked asked={event.asked} />
        {toDetail(event)}
        {event.actor !== undefined && (
          <>
            {' '}
            by <AuthorName author={event.actor} />
          </>
        )}
      </span>
      <span className={styles['when']}>
        <Moment at={event.at} />
      </span>
    </li>
  );
};

const Asked = ({ asked }: Pick<PullEvent, 'asked'>) => {
  if (asked === undefined) return undefined;
  return <> {'team' in asked ? asked.team : <AuthorName author={asked} />}</>;
};

const icons: Readonly<Record<PullEvent['kind'], Icon>> = {
  'first-commit': GitCommitIcon,
  opened: GitPullRequestIcon,
  'ready-for-review': GitPullRequestIcon,
  'converted-to-draft': GitPullRequestDraftIcon,
  'review-requested': CodeReviewIcon,
  'review-request-removed': CodeReviewIcon,
  approved: CheckIcon,
  'changes-requested': FileDiffIcon,
  commented: CommentIcon,
  dismissed: XIcon,
  pushed: RepoPushIcon,
  'head-force-pushed': RepoPushIcon,
  closed: GitPullRequestClosedIcon,
  reopened: GitPullRequestIcon,
  merged: GitMergeIcon,
};

const words: Readonly<Record<PullEvent['kind'], string>> = {
  'first-commit': 'First commit',
  opened: 'Opened',
  'ready-for-review': 'Marked ready for review',
  'converted-to-draft': 'Made a draft again',
  'review-requested': 'Review asked of',
  'review-request-removed': 'Review no longer asked of',
  approved: 'Approved',
  'changes-requested': 'Changes asked for',
  commented: 'Commented',
  dismissed: 'Reviewed; the review was dismissed since',
  pushed: 'Pushed',
  'head-force-pushed': 'Force-pushed',
  closed: 'Closed',
  reopened: 'Reopened',
  merged: 'Merged',
};

const toDetail = ({ kind, commits, comments, threads, oid }: PullEvent): string => {
  if (kind === 'first-commit' && oid !== undefined) return ` ${oid.slice(0, 7)}`;
  if (commits !== undefined) return ` ${toCount(commits, 'commit')}`;
  if (comments === undefined) return '';
  const said = toCount(comments, 'comment');
  return threads === undefined ? `: ${said}` : `: ${said} in ${toCount(threads, 'thread')}`;
};
