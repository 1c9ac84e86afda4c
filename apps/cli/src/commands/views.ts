import { listViews, type SavedView } from '@throughline/contract';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { openSession } from '../session.ts';
import { toPlain } from '../text/plain-text.ts';
import { toTable } from '../text/table.ts';
import type { World } from '../world.ts';

/** Saved views: one's own and those of one's teams, each with its address. */
export async function views(world: World): Promise<Outcome> {
  const { call, origin } = await openSession(world);
  const answer = await call(listViews);
  const lines =
    answer.views.length === 0
      ? ['No view is saved. Save one from a filtered list, such as pull requests.']
      : toLines(answer.views, origin, world.terminal.width());
  return { lines, json: answer, exitCode: exitCodes.fine };
}

const toLines = (saved: readonly SavedView[], origin: string, width: number | undefined): readonly string[] =>
  toTable(
    saved,
    [
      { head: 'View', isElastic: true, cell: ({ name }) => toPlain(name) },
      { head: 'For', isElastic: true, cell: ({ team }) => (team === undefined ? 'you' : toPlain(team.name)) },
      { head: 'Address', isSpare: true, cell: ({ address }) => `${origin}${toPlain(address)}` },
    ],
    width,
  );
