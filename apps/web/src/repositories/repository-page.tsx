import { RepoIcon } from '@primer/octicons-react';
import { type RepositoryPage as Answer, dataNames, getRepositoryPage } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { OpenAddress } from '../search/open-address.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { Completeness } from '../ui/completeness.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ExternalLink } from '../ui/external-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Figure } from '../ui/figure.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { Moment } from '../ui/moment.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { readingWords } from './reading-words.data.ts';
import { RepositoryAttention } from './repository-attention.tsx';
import styles from './repository-page.module.css';

const stillReadMs = 10_000;

/** What happens in one repository: open now, merged lately, how much of it is here. */
export const RepositoryPage = () => {
  const [host, owner, name] = [usePathParam('host'), usePathParam('owner'), usePathParam('name')];
  const page = useAnswer(
    getRepositoryPage,
    { params: { host, owner, name } },
    { toInterval: ({ held }) => held.percent !== 100 && stillReadMs },
  );
  // An old name leads on to the new one; what was pasted behind /gh/ may be no repository at all.
  if (isNotFound(page.error)) return <OpenAddress address={`${host}/${owner}/${name}`} />;
  if (page.data !== undefined) return <Content page={page.data} />;
  return (
    <Page title={`${owner}/${name}`}>
      {page.isError ? (
        <FailureMessage error={page.error} onRetry={page.refetch} />
      ) : (
        <Skeleton label="Loading this repository" rows={6} />
      )}
    </Page>
  );
};

const Content = ({ page }: { readonly page: Answer }) => (
  <Page
    title={page.fullName}
    trail={
      <>
        <AppLink to="/repositories">Repositories</AppLink> {page.isArchived && '· archived'}
        {page.isDemo && ' · demo'}
      </>
    }
    sentence={toSentence(page)}
    action={page.url !== undefined && <ExternalLink href={page.url}>Open on GitHub</ExternalLink>}
  >
    {page.isRead ? <Read page={page} /> : <NotRead reading={page.reading} />}
    <Section title="About it">
      <Facts facts={toFacts(page)} />
    </Section>
    {page.isRead && <RepositoryAttention fullName={page.fullName} />}
  </Page>
);

const Read = ({ page }: { readonly page: Answer }) => (
  <>
    <div className={styles['figures']}>
      <Figure name="Open now" figure={page.open} unit="pull requests" />
      <Figure name="Merged in 7 days" figure={page.merged} unit="pull requests" />
    </div>
    <Section title="How much of it is here">
      <Facts
        facts={page.data.map((held) => [dataNames[held.kind], <Completeness key="held" held={held} />])}
      />
    </Section>
  </>
);

const NotRead = ({ reading }: Pick<Answer, 'reading'>) => (
  <EmptyState
    cause="not-read"
    icon={RepoIcon}
    {...(reading !== undefined && {
      next: <AppLinkButton to="/settings/github">See what is read</AppLinkButton>,
    })}
  >
    Nothing of this repository is here, because its connection does not read it. An administrator chooses
    which repositories are read.
  </EmptyState>
);

const toSentence = ({ open, merged, held, isRead }: Answer): string => {
  if (!isRead) return 'This repository is not read.';
  const atLeast = held.percent === 100 ? '' : 'at least ';
  const waiting =
    open.value === 0 ? 'No pull request is open' : `${toCount(open.value, 'pull request')} open`;
  return `${waiting}, ${atLeast}${toCount(merged.value, 'pull request')} merged in 7 days.`;
};

const toFacts = (page: Answer) => {
  const { hostName, visibility, defaultBranch, pushedAt, reading, fullName, isFork } = page;
  return [
    ['Host', hostName],
    ['At GitHub it is', isFork ? `${visibility}, a fork` : visibility],
    ['Default branch', defaultBranch === undefined ? 'none' : <bdi key="branch">{defaultBranch}</bdi>],
    ['Last push', pushedAt === undefined ? 'not known' : <Moment key="pushed" at={pushedAt} />],
    ...(reading === undefined
      ? []
      : [
          [
            'Reading',
            <PathLink key="reading" path={`/sync?q=${encodeURIComponent(fullName)}`}>
              {readingWords[reading]}
            </PathLink>,
          ] as const,
        ]),
  ] as const;
};
