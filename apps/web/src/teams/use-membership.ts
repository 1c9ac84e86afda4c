import { changeMembership, type MembershipChange } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { useTell } from '../ui/tell-context.ts';
import { teamAnswers } from './team-answers.data.ts';

interface Member {
  readonly slug: string;
  readonly name: string;
}

/** Changes somebody's times in a team; what was is put back by Undo. */
export const useMembership = (teamSlug: string) => {
  const tell = useTell();
  const change = useChange(changeMembership, { refreshes: teamAnswers });
  const start = (person: Member, body: MembershipChange, told: string, onDone?: () => void): void => {
    const params = { slug: teamSlug, person: person.slug };
    change.mutate(
      { params, body },
      {
        onSuccess: ({ before }) => {
          tell({
            text: told,
            undo: () => change.mutate({ params, body: { kind: 'restored', memberships: before } }),
          });
          onDone?.();
        },
      },
    );
  };
  return { start, error: change.error, isPending: change.isPending };
};
