import { listAttention } from '@throughline/contract';
import { toAttentionLines } from '../attention/attention-lines.ts';
import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import { nameMissing } from '../failures/name-missing.ts';
import type { Outcome } from '../outcome.ts';
import { openSession } from '../session.ts';
import { createStyle } from '../text/style.ts';
import type { World } from '../world.ts';

export interface AttentionWanted {
  /** A team's name in addresses, or `@mine`. */
  readonly team?: string;
  /** `owner/name`. */
  readonly repo?: string;
}

/** What waits for whoever asks, or is beyond agreements in a team or repository; ends with 4 where something does. */
export async function attention(world: World, { team, repo }: AttentionWanted): Promise<Outcome> {
  if (team !== undefined && repo !== undefined) {
    const message = 'Give --team or --repo, not both.';
    throw new CliFailure(exitCodes.wrongUsage, { code: 'wrong-usage', message });
  }
  const { call } = await openSession(world);
  const query = { ...(team === undefined ? {} : { team }), ...(repo === undefined ? {} : { repo }) };
  const list = await call(listAttention, { query }).catch(
    nameMissing('There is no such team or repository that you can see.'),
  );
  return {
    lines: toAttentionLines(list, {
      width: world.terminal.width(),
      style: createStyle(world.terminal.hasColour),
    }),
    json: list,
    exitCode: list.total > 0 ? exitCodes.needsAttention : exitCodes.fine,
  };
}
