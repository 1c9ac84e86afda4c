import { Label } from '@primer/react';
import { getTeam, type Team } from '@throughline/contract';
import type { ReactNode } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { PinnedView } from '../pulls/pinned-view.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { PartTabs } from '../ui/part-tabs.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';

type TeamTab = 'week' | 'members' | 'agreements' | 'settings';

interface Props {
  readonly tab: TeamTab;
  /** The sentence beneath the title, where this tab has one. */
  readonly toSentence?: (team: Team) => ReactNode;
  readonly action?: ReactNode;
  readonly children: (team: Team) => ReactNode;
}

/** A tab of a team's page: its name, where it lies, its tabs. */
export const TeamFrame = ({ tab, toSentence, action, children }: Props) => {
  const slug = usePathParam('slug');
  const team = useAnswer(getTeam, { params: { slug } });
  if (isNotFound(team.error)) return <NothingHere />;
  if (team.data === undefined) {
    return (
      <Page title="A team’s page">
        {team.isError ? (
          <FailureMessage error={team.error} onRetry={team.refetch} />
        ) : (
          <Skeleton label="Loading this team" rows={8} />
        )}
      </Page>
    );
  }
  const { name, above, isDemo } = team.data;
  return (
    <Page
      title={name}
      tab={`${name}, ${tab}`}
      trail={
        <>
          <TeamTrail above={above} />
          {isDemo && <Label variant="secondary">demo</Label>}
        </>
      }
      sentence={toSentence?.(team.data)}
      aside={<PinnedView team={slug} />}
      action={action}
    >
      <PartTabs label="Parts of this team" tabs={toTabs(slug, tab)} />
      {children(team.data)}
    </Page>
  );
};

const TeamTrail = ({ above }: Pick<Team, 'above'>) => (
  <>
    <AppLink to="/teams">Teams</AppLink> /{' '}
    {above.map(({ slug, name }) => (
      <span key={slug}>
        <PathLink path={`/teams/${slug}`}>
          <bdi dir="auto">{name}</bdi>
        </PathLink>{' '}
        /{' '}
      </span>
    ))}
  </>
);

const tabs: readonly (readonly [tab: TeamTab, name: string, path: string])[] = [
  ['week', 'Week', ''],
  ['members', 'Members', '/members'],
  ['agreements', 'Agreements', '/agreements'],
  ['settings', 'Settings', '/settings'],
];

/** The team's own parts, and beside them what others show of it. */
const toTabs = (slug: string, here: TeamTab) => {
  const query = new URLSearchParams({ team: slug }).toString();
  return [
    ...tabs.map(([tab, name, path]) => ({ path: `/teams/${slug}${path}`, name, isHere: tab === here })),
    { path: `/pulls?${query}`, name: 'Pull requests' },
    { path: `/reports/cycle-time?${query}`, name: 'Figures' },
  ];
};
