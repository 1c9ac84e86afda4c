import type { getTeamWeek, RouteAnswer } from '@throughline/contract';
import { wrap } from '../text/fit-text.ts';
import { toPlain } from '../text/plain-text.ts';

type Noted = Pick<RouteAnswer<typeof getTeamWeek>, 'ignored' | 'scope'>;

/** What was not understood, and what is missing of the figures above. */
export const toNoteLines = (
  { ignored, scope: { gaps } }: Noted,
  width: number | undefined,
): readonly string[] => [
  ...ignored.flatMap(({ name, value, reason }) =>
    wrap(toPlain(`Ignored ${name}=${value}. ${reason}`), width),
  ),
  ...gaps.flatMap((gap) => wrap(toPlain(gap), width)),
];
