import { Button } from '@primer/react';
import { stepTeam, type Team } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Moment } from '../ui/moment.tsx';
import { toCount } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import { useTell } from '../ui/tell-context.ts';
import { teamAnswers } from './team-answers.data.ts';

interface Props {
  readonly team: Team;
  readonly github: NonNullable<Team['github']>;
}

/** How a team that follows one at GitHub stands to it. */
export const GithubSide = ({ team, github }: Props) => (
  <Section title="GitHub" aside={team.mayEdit && github.isKept && <LookNow team={team} />}>
    {github.isKept ? (
      <p>
        Who is in this team follows a team of {github.organisation} at GitHub: GitHub wins. What is changed
        here by hand holds until the next look, within the hour; parts, leads and the days before stay as they
        are.{' '}
        {github.steppedAt !== undefined && (
          <>
            Last look: <Moment at={github.steppedAt} />.
          </>
        )}
      </p>
    ) : (
      <p>This team was made from one of {github.organisation} at GitHub and does not follow it any more.</p>
    )}
    {github.problem !== undefined && <p>Nobody was taken away at the last look: {github.problem}</p>}
    {github.unlinked.length > 0 && <Unlinked logins={github.unlinked.map(({ login }) => login)} />}
  </Section>
);

const LookNow = ({ team: { slug, name } }: Pick<Props, 'team'>) => {
  const tell = useTell();
  const step = useChange(stepTeam, {
    refreshes: teamAnswers,
    onDone: () => tell({ text: `${name} is as GitHub has it now.` }),
  });
  return (
    <>
      <Button size="small" loading={step.isPending} onClick={() => step.mutate({ params: { slug } })}>
        Look at GitHub now
      </Button>
      {step.isError && <FailureMessage error={step.error} isAnswer />}
    </>
  );
};

/** Logins that are named; the rest is counted. */
const namedAtMost = 10;

const Unlinked = ({ logins }: { readonly logins: readonly string[] }) => {
  const more = logins.length - namedAtMost;
  return (
    <p>
      {toCount(logins.length, 'member has', 'members have')} no person yet:{' '}
      {logins
        .slice(0, namedAtMost)
        .map((login) => `@${login}`)
        .join(', ')}
      {more > 0 && ` and ${more} more`}. Once linked, what they did since they were first seen in the team
      counts. <PathLink path="/people">Link them under People</PathLink>
    </p>
  );
};
