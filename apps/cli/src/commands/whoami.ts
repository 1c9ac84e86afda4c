import { getMe } from '@throughline/contract';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { openSession } from '../session.ts';
import type { World } from '../world.ts';
import { toMeWords } from './me-words.ts';

/** Says who the key speaks for, and until when. */
export async function whoami(world: World): Promise<Outcome> {
  const { origin, keyFrom, call } = await openSession(world);
  const me = await call(getMe);
  const from = keyFrom === 'environment' ? ['The key comes from THROUGHLINE_KEY.'] : [];
  return {
    lines: [...toMeWords(me, origin, world.now()), ...from],
    json: { url: origin, ...me },
    exitCode: exitCodes.fine,
  };
}
