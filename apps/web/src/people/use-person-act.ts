import { type Route, type RouteAnswer, undoPersonAct } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { useTell } from '../ui/tell-context.ts';
import { personAnswers } from './person-answers.data.ts';

interface Acted {
  readonly personActId?: number | undefined;
}

/** Something done together, told with its undoing. */
export const usePersonAct = <R extends Route>(
  route: R,
  toActed: (answer: RouteAnswer<R>) => Acted,
  toText: (answer: RouteAnswer<R>) => string,
) => {
  const tell = useTell();
  const undo = useChange(undoPersonAct, { refreshes: personAnswers });
  return useChange(route, {
    refreshes: personAnswers,
    onDone: (answer) => {
      const { personActId } = toActed(answer);
      tell({
        text: toText(answer),
        ...(personActId === undefined ? {} : { undo: () => undo.mutate({ params: { personActId } }) }),
      });
    },
  });
};
