import { ExternalLink } from '../ui/external-link.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { PathLink } from '../ui/path-link.tsx';
import { PeekPanel } from '../ui/peek-panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { type PullParts, toPullName, toPullPath } from './pull-parts.ts';
import { usePullRequest } from './pull-request-page.tsx';
import { PullRequestStory } from './pull-request-story.tsx';

interface Props {
  readonly parts: PullParts;
  readonly onClose: () => void;
}

/** One pull request beside its list. */
export const PeekedPull = ({ parts, onClose }: Props) => {
  const answer = usePullRequest(parts);
  const { data } = answer;
  return (
    <PeekPanel title={data?.title ?? toPullName(parts)} onClose={onClose}>
      <p>
        <PathLink path={toPullPath(parts)}>Open its page</PathLink>
        {data?.url !== undefined && (
          <>
            {' · '}
            <ExternalLink href={data.url}>Open on GitHub</ExternalLink>
          </>
        )}
      </p>
      <Story answer={answer} parts={parts} />
    </PeekPanel>
  );
};

interface StoryProps {
  readonly answer: ReturnType<typeof usePullRequest>;
  readonly parts: PullParts;
}

const Story = ({ answer: { data, error, isError, refetch }, parts }: StoryProps) => {
  if (data !== undefined) return <PullRequestStory page={data} parts={parts} />;
  if (isNotFound(error)) return <p>Nothing here that you can see.</p>;
  if (isError) return <FailureMessage error={error} onRetry={refetch} />;
  return <Skeleton label="Loading this pull request" rows={10} />;
};
