import { PeopleIcon } from '@primer/octicons-react';
import { type GithubTeamOffer, listGithubTeams, type RouteAnswer } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { AppLink } from '../ui/app-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TakeTeamsForm } from './take-teams-form.tsx';

/** Teams that GitHub has, to be taken over, an organisation after the other. */
export const GithubTeamsPage = () => {
  const offers = useAnswer(listGithubTeams);
  return (
    <Page
      title="Take teams from GitHub"
      trail={
        <>
          <AppLink to="/teams">Teams</AppLink> /
        </>
      }
      sentence="Their names, how they are nested, and who is in them. You choose whether they follow GitHub from then on."
    >
      <Loaded answer={offers} skeleton={<Skeleton label="Asking GitHub for its teams" rows={8} />}>
        {(answer) => <Offers answer={answer} />}
      </Loaded>
    </Page>
  );
};

const Offers = ({ answer: { teams, unasked } }: { readonly answer: RouteAnswer<typeof listGithubTeams> }) => (
  <>
    {unasked.map(({ organisation, reason }) => (
      <p key={organisation}>
        {organisation}: {reason}
      </p>
    ))}
    {teams.length === 0 && unasked.length === 0 && (
      <EmptyState
        cause="nothing-yet"
        icon={PeopleIcon}
        next={<AppLink to="/teams/new">Make a team by hand</AppLink>}
      >
        No connected organisation has a team at GitHub that its credential may see.
      </EmptyState>
    )}
    {[...Map.groupBy(teams, ({ connectionId }) => connectionId)].map(([connectionId, offered]) => (
      <Organisation key={connectionId} connectionId={connectionId} offered={offered} />
    ))}
  </>
);

interface Props {
  readonly connectionId: number;
  readonly offered: readonly GithubTeamOffer[];
}

const Organisation = ({ connectionId, offered }: Props) => {
  const taken = offered.filter(({ madeAs }) => madeAs !== undefined);
  const free = offered.filter(({ madeAs }) => madeAs === undefined);
  return (
    <Section title={offered[0]?.organisation ?? ''}>
      {taken.length > 0 && (
        <p>
          {toCount(taken.length, 'team is', 'teams are')} here already:{' '}
          {taken.map(({ githubTeamId, madeAs }, at) => (
            <span key={githubTeamId}>
              {at > 0 && ', '}
              <PathLink path={`/teams/${madeAs?.slug}`}>{madeAs?.name}</PathLink>
            </span>
          ))}
          .
        </p>
      )}
      {free.length > 0 && <TakeTeamsForm connectionId={connectionId} offered={free} />}
    </Section>
  );
};
