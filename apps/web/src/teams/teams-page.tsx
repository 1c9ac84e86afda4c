import { PeopleIcon } from '@primer/octicons-react';
import { useNavigate } from '@tanstack/react-router';
import { listTeams, type RouteAnswer } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { useCommands } from '../ui/commands.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import { arrangeTeams, filterTeams } from './arrange-teams.ts';
import styles from './team-list.module.css';
import { TeamList } from './team-list.tsx';

type Answer = RouteAnswer<typeof listTeams>;

/** All teams, as a tree by name; one's own first. */
export const TeamsPage = () => {
  const [filter, setFilter] = useParam('q', { isTyped: true });
  const navigate = useNavigate();
  const teams = useAnswer(listTeams, { query: {} });
  const make = { name: 'Make a team', key: 'c', act: () => void navigate({ to: '/teams/new' }) };
  useCommands(teams.data?.mayCreate === true ? [make] : []);
  return (
    <Page
      title="Teams"
      sentence={teams.data && toSentence(teams.data)}
      action={
        teams.data?.mayCreate && (
          <AppLinkButton to="/teams/new" variant="primary">
            New team
          </AppLinkButton>
        )
      }
    >
      {teams.data?.mayCreate && <OtherWays />}
      <FilterField label="Filter by name" value={filter} onChange={setFilter} />
      <IgnoredParams known={['q']} />
      <Loaded answer={teams} skeleton={<Skeleton label="Loading teams" rows={8} />}>
        {(answer) => <Teams answer={answer} filter={filter} />}
      </Loaded>
    </Page>
  );
};

const toSentence = ({ teams }: Answer): string | undefined => {
  if (teams.length === 0) return undefined;
  const mine = teams.filter(({ isMine }) => isMine).length;
  const rest =
    mine === 0
      ? 'none of them is yours'
      : mine === 1
        ? 'one of them is yours'
        : `${toNumber(mine)} of them are yours`;
  return `${toCount(teams.length, 'team')}; ${rest}.`;
};

const OtherWays = () => (
  <div className={styles['ways']}>
    <AppLinkButton to="/teams/github">Take from GitHub</AppLinkButton>
    <AppLinkButton to="/teams/import">Import CSV</AppLinkButton>
  </div>
);

const Teams = ({ answer, filter }: { readonly answer: Answer; readonly filter: string }) => {
  const { teams, mayCreate } = answer;
  if (teams.length === 0) return <NoTeams mayCreate={mayCreate} />;
  if (filter !== '') {
    const found = filterTeams(teams, filter);
    if (found.length > 0) return <TeamList label="Teams" teams={found} />;
    return (
      <EmptyState cause="nothing-matches" icon={PeopleIcon}>
        No team has “{filter}” in its name.
      </EmptyState>
    );
  }
  const mine = teams.filter(({ isMine }) => isMine).map((team) => ({ team, depth: 0 }));
  if (mine.length === 0) return <TeamList label="Teams" teams={arrangeTeams(teams)} />;
  return (
    <>
      <Section title="Mine">
        <TeamList label="My teams" teams={mine} />
      </Section>
      <Section title="All teams">
        <TeamList label="All teams" teams={arrangeTeams(teams)} />
      </Section>
    </>
  );
};

const NoTeams = ({ mayCreate }: { readonly mayCreate: boolean }) => (
  <EmptyState
    cause="nothing-yet"
    icon={PeopleIcon}
    next={mayCreate && <AppLinkButton to="/teams/github">Take from GitHub</AppLinkButton>}
  >
    There are no teams yet.{' '}
    {mayCreate
      ? 'Make one by hand, import a CSV, or take those that GitHub has.'
      : 'A manager or an administrator makes them.'}
  </EmptyState>
);
