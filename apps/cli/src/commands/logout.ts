import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { findServer } from '../session.ts';
import { removeSettings } from '../settings/settings-file.ts';
import type { World } from '../world.ts';

/** Forgets the kept key. It works on until it is revoked, which a key may not do. */
export async function logout(world: World): Promise<Outcome> {
  const { origin, keyFrom } = await findServer(world);
  const isForgotten = await removeSettings(world.settingsPath);
  const page = `${origin}/settings/keys`;
  return {
    lines: [
      isForgotten
        ? `Signed out: the key is forgotten here. It still works elsewhere until you revoke it at ${page}.`
        : 'Nobody was signed in here.',
      ...(keyFrom === 'environment' ? ['THROUGHLINE_KEY is still set and still used. Unset it too.'] : []),
    ],
    json: { forgotten: isForgotten, environmentKey: keyFrom === 'environment', link: page },
    exitCode: exitCodes.fine,
  };
}
