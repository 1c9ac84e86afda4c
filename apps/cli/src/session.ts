import type { Call } from '@throughline/contract';
import { notSignedIn, openApi } from './api/open-api.ts';
import { type ChosenServer, chooseServer } from './settings/choose-server.ts';
import { readSettings } from './settings/settings-file.ts';
import type { World } from './world.ts';

/** A Throughline to which somebody is signed in. */
export interface Session {
  readonly origin: string;
  readonly keyFrom: ChosenServer['keyFrom'];
  readonly call: Call;
}

/** Which Throughline is meant; a key for it is not needed. */
export async function findServer(world: World, url?: string): Promise<ChosenServer> {
  const stored = await readSettings(world.settingsPath);
  return chooseServer({ url, environment: world.environment, stored });
}

/** The Throughline that is meant, with a key; fails with `not-signed-in` when there is none. */
export async function openSession(world: World): Promise<Session> {
  const { origin, key, keyFrom } = await findServer(world);
  if (key === undefined) throw notSignedIn(origin);
  return { origin, keyFrom, call: openApi({ origin, key, fetch: world.fetch }) };
}
