import type { Team } from '@throughline/contract';
import { useSession } from '../api/use-session.ts';
import { Facts } from '../ui/facts.tsx';
import { DeleteTeam } from './delete-team.tsx';
import { TeamForm } from './team-form.tsx';
import { TeamFrame } from './team-frame.tsx';

/** A team's name, place, zone and working days. */
export const TeamSettingsPage = () => (
  <TeamFrame tab="settings" toSentence={({ mayEdit }) => (mayEdit ? undefined : unchangeable)}>
    {(team) => (
      <>
        {team.mayEdit ? <TeamForm team={team} /> : <TeamFacts team={team} />}
        {team.mayMove && <DeleteTeam team={team} />}
      </>
    )}
  </TeamFrame>
);

const unchangeable = 'Its leads, managers and administrators can change this.';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const TeamFacts = ({ team }: { readonly team: Team }) => {
  const zone = useSession()?.workspace.zone;
  return (
    <Facts
      facts={[
        ['Part of', team.above.at(-1)?.name ?? 'no other team'],
        ['Time zone', team.zone ?? `${zone ?? ''}, the workspace’s`],
        ['Working days', team.workingDays.map((day) => dayNames[day - 1]).join(', ')],
      ]}
    />
  );
};
