import { GitPullRequestIcon, PeopleIcon } from '@primer/octicons-react';
import { getTeamWeek, type TeamWeek } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useNews } from '../api/use-news.ts';
import { toComputedInterval } from '../pulls/scope-interval.ts';
import { ScopeNotes } from '../pulls/scope-notes.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { toDayWords } from './day-words.ts';
import { TeamFrame } from './team-frame.tsx';
import { WeekExceptions } from './week-exceptions.tsx';
import styles from './week-figures.module.css';
import { WeekFigures } from './week-figures.tsx';
import { WeeksBefore } from './weeks-before.tsx';

const live = [getTeamWeek];

/** How a team's week went: this one, or the one in the address. */
export const TeamWeekPage = () => {
  const slug = usePathParam('slug');
  const week = usePathParam('week') || 'this-week';
  const answer = useAnswer(
    getTeamWeek,
    { params: { slug, week } },
    { toInterval: ({ scope }) => toComputedInterval(scope) },
  );
  useNews(live, 'computed');
  return (
    <TeamFrame
      tab="week"
      toSentence={() => answer.data?.sentence}
      action={answer.data && <CopyButton text={answer.data.markdown} label="Copy as Markdown" isWide />}
    >
      {() => (
        <Loaded answer={answer} skeleton={<Skeleton label="Loading the week" rows={8} />}>
          {(data) => <Week week={data} />}
        </Loaded>
      )}
    </TeamFrame>
  );
};

const Week = ({ week }: { readonly week: TeamWeek }) => (
  <>
    <WeekSteps week={week} />
    <IgnoredParams known={[]} refused={week.ignored} />
    {week.hasMembers ? <WeekContent week={week} /> : <NoMembers slug={week.team.slug} />}
  </>
);

/** From week to week, with the days, the zone, and whether it is over. */
const WeekSteps = ({ week: { team, week, before, after, otherZone } }: { readonly week: TeamWeek }) => (
  <div className={styles['weeks']}>
    <PathLink path={`/teams/${team.slug}/week/${before.text}`}>◂ {before.label}</PathLink>
    <strong>{week.label}</strong>
    {after !== undefined && (
      <PathLink path={`/teams/${team.slug}/week/${after.text}`}>{after.label} ▸</PathLink>
    )}
    <span className={styles['note']}>
      {toDayWords(week.from)} to {toDayWords(week.until)}
      {!week.isOver && ', partial until Sunday'} · {week.zone}
      {otherZone !== undefined && `: the workspace’s zone; the team’s own is ${otherZone}`}
    </span>
  </div>
);

const WeekContent = ({ week }: { readonly week: TeamWeek }) =>
  week.scope.visibleRepositories === 0 ? (
    <EmptyState cause="not-for-you" icon={GitPullRequestIcon}>
      You see no repository here yet, so there is nothing to count. An administrator grants you some.
    </EmptyState>
  ) : (
    <>
      <WeekFigures week={week} />
      <WeekExceptions week={week} />
      <Section title="The twelve weeks before">
        <WeeksBefore week={week} />
      </Section>
      <ScopeNotes scope={week.scope} />
    </>
  );

const NoMembers = ({ slug }: { readonly slug: string }) => (
  <EmptyState
    cause="not-computable"
    icon={PeopleIcon}
    next={<PathLink path={`/teams/${slug}/members`}>Choose members</PathLink>}
  >
    Nobody ever worked in this team, so there is nothing to count. Take a GitHub team, or pick people.
  </EmptyState>
);
