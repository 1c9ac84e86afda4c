import { type PullRequestPage as Answer, getPullRequest } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useNews } from '../api/use-news.ts';
import { OpenAddress } from '../search/open-address.tsx';
import { ExternalLink } from '../ui/external-link.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { type PullParts, toPullName } from './pull-parts.ts';
import { PullRequestStory } from './pull-request-story.tsx';

const live = [getPullRequest];

/** Soon while its facts are made, then as often as something may have happened. */
const toInterval = ({ band }: Answer): number => (band === undefined ? 2_000 : 15_000);

/** How one pull request is fetched, on its page and beside a list. */
export const usePullRequest = (params: PullParts) => useAnswer(getPullRequest, { params }, { toInterval });

/** One pull request: where its time went, who answered, what it waits for. */
export const PullRequestPage = () => {
  const parts: PullParts = {
    host: usePathParam('host'),
    owner: usePathParam('owner'),
    name: usePathParam('name'),
    number: Number(usePathParam('number')),
  };
  const answer = usePullRequest(parts);
  useNews(live);
  // An old name of its repository leads on to the new one.
  if (isNotFound(answer.error)) return <OpenAddress address={toAddress(parts)} />;
  const { data } = answer;
  return (
    <Page
      title={data?.title ?? toPullName(parts)}
      trail={
        <>
          <PathLink path="/pulls">Pull requests</PathLink> ·{' '}
          <PathLink path={toRepositoryPath(parts)}>
            {parts.owner}/{parts.name}
          </PathLink>{' '}
          #{parts.number}
        </>
      }
      action={data?.url !== undefined && <ExternalLink href={data.url}>Open on GitHub</ExternalLink>}
    >
      <Loaded answer={answer} skeleton={<Skeleton label="Loading this pull request" rows={10} />}>
        {(page) => <PullRequestStory page={page} parts={parts} />}
      </Loaded>
    </Page>
  );
};

const toRepositoryPath = ({ host, owner, name }: PullParts): string =>
  `/gh/${[host, owner, name].map(encodeURIComponent).join('/')}`;

const toAddress = ({ host, owner, name, number }: PullParts): string =>
  `${host}/${owner}/${name}/pull/${number}`;
