import { listTeams, type TeamRow } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useReader } from '../api/use-session.ts';

/** So many stand in the navigation; all of them on the page of teams. */
const pinnedAtMost = 5;

/** The reader's own teams, by name. */
export const useMyTeams = (): readonly TeamRow[] => {
  const isIn = useReader() !== undefined;
  const { data } = useAnswer(listTeams, { query: { mine: 'true' } }, { enabled: isIn });
  return (data?.teams ?? []).slice(0, pinnedAtMost);
};
