import { PeopleIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import type { Team, TeamMember } from '@throughline/contract';
import { type ReactNode, useState } from 'react';
import { useCommands } from '../ui/commands.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { Section } from '../ui/section.tsx';
import { AddMember } from './add-member.tsx';
import { ChangeMember } from './change-member.tsx';
import { GithubSide } from './github-side.tsx';
import { MemberList } from './member-list.tsx';
import { TeamFrame } from './team-frame.tsx';

/** Who is in a team, was, and will be, by day. */
export const TeamMembersPage = () => (
  <TeamFrame tab="members" toSentence={toSentence}>
    {(team) => <Members team={team} />}
  </TeamFrame>
);

const toSentence = ({ members }: Team): string => {
  const contributors = members.filter(({ part }) => part === 'contributor').length;
  const viewers = members.length - contributors;
  const rest = viewers === 0 ? '' : ` and ${toCount(viewers, 'viewer')}`;
  return contributors === 0 && viewers === 0
    ? 'Nobody is in this team today.'
    : `${toCount(contributors, 'contributor')}${rest} today.`;
};

const Former = ({ members }: { readonly members: readonly TeamMember[] }) =>
  members.length > 0 && (
    <Section title={`Before, ${toNumber(members.length)}`}>
      <p>Figures of those days are made of their work, too.</p>
      <MemberList label="Members before" members={members} />
    </Section>
  );

interface TodayProps {
  readonly team: Team;
  /** The button that adds people, for who may. */
  readonly add: ReactNode;
  readonly onChange: ((member: TeamMember) => void) | undefined;
}

const Today = ({ team: { name, members, mayEdit }, add, onChange }: TodayProps) => (
  <Section title="Today" aside={members.length > 0 && add}>
    {members.length === 0 ? (
      <EmptyState cause="nothing-yet" icon={PeopleIcon} next={add}>
        Nobody is in {name} today, so nothing counts as the team’s now.
        {!mayEdit && ' Its leads, a manager or an administrator add people.'}
      </EmptyState>
    ) : (
      <MemberList label="Members today" members={members} onChange={onChange} />
    )}
  </Section>
);

const Members = ({ team }: { readonly team: Team }) => {
  const [isAdding, setIsAdding] = useState(false);
  const [changed, setChanged] = useState<TeamMember>();
  useCommands(
    team.mayEdit ? [{ name: `Add people to ${team.name}`, key: 'a', act: () => setIsAdding(true) }] : [],
  );
  const change = team.mayEdit ? setChanged : undefined;
  const add = team.mayEdit && (
    <Button variant="primary" onClick={() => setIsAdding(true)}>
      Add people
    </Button>
  );
  return (
    <>
      <Today team={team} add={add} onChange={change} />
      {team.github !== undefined && <GithubSide team={team} github={team.github} />}
      {team.futureMembers.length > 0 && (
        <Section title="Later">
          <MemberList label="Members later" members={team.futureMembers} onChange={change} />
        </Section>
      )}
      <Former members={team.formerMembers} />
      {isAdding && <AddMember team={team} onClose={() => setIsAdding(false)} />}
      {changed !== undefined && (
        <ChangeMember team={team} member={changed} onClose={() => setChanged(undefined)} />
      )}
    </>
  );
};
