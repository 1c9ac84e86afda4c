import type { RunningEmulator } from '@throughline/github-emulator';
import { afterAll } from 'vitest';
import { startTestApi } from '../../http/testing/index.ts';
import type { TestDatabase } from '../../platform/sql/testing/index.ts';
import { listTestRoutes, openAccessDependencies } from './access-dependencies.ts';

type Callbacks = Parameters<typeof openAccessDependencies>[1]['callbacks'];

/**
 * This slice's API, which may connect to these emulators, and an administrator of it. It ends with the file's tests, and
 * the emulators with it.
 */
export async function startAccessApi(
  database: TestDatabase,
  emulators: readonly Pick<RunningEmulator, 'origin' | 'close'>[],
  callbacks: Callbacks = {},
) {
  const deps = openAccessDependencies(database, {
    loopbackOrigins: emulators.map(({ origin }) => origin),
    callbacks,
  });
  const api = await startTestApi({ database, routes: () => listTestRoutes(deps) });
  afterAll(async () => {
    await deps.close();
    await Promise.all(emulators.map((emulator) => emulator.close()));
  });
  return { deps, api, administrator: await api.signIn('administrator') };
}
