import { Button } from '@primer/react';
import { useNavigate } from '@tanstack/react-router';
import { deleteTeam, listTeams, type Team } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { toCount } from '../ui/number-words.ts';
import { Section } from '../ui/section.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TypedConfirm } from '../ui/typed-confirm.tsx';

/** Deletes a team; nothing brings its memberships back, so its name is to be typed. */
export const DeleteTeam = ({ team }: { readonly team: Team }) => {
  const [isAsking, setIsAsking] = useState(false);
  const navigate = useNavigate();
  const tell = useTell();
  const change = useChange(deleteTeam, {
    refreshes: [listTeams],
    onDone: async () => {
      tell({ text: `${team.name} is deleted.` });
      await navigate({ to: '/teams' });
    },
  });
  const above = team.above.at(-1);
  const members = team.members.length + team.formerMembers.length + team.futureMembers.length;
  return (
    <Section title="Danger zone">
      <div>
        <Button variant="danger" onClick={() => setIsAsking(true)}>
          Delete team
        </Button>
      </div>
      {isAsking && (
        <TypedConfirm
          title={`Delete the team ${team.name}?`}
          typed={team.name}
          confirm="Delete team"
          keep="Keep it"
          isBusy={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate({ params: { slug: team.slug } })}
          onClose={() => setIsAsking(false)}
        >
          <p>
            {toCount(members, 'membership')} with their days and the team’s agreements go, and nothing brings
            them back. People, pull requests and reviews stay.{' '}
            {team.below.length > 0 &&
              `${team.below.map(({ name }) => name).join(', ')} then ${
                team.below.length === 1 ? 'belongs' : 'belong'
              } to ${above === undefined ? 'no other team' : above.name}.`}
          </p>
        </TypedConfirm>
      )}
    </Section>
  );
};
