import { setTimeout as sleep } from 'node:timers/promises';
import { completeSetup, createConnection, getSync, testToken } from '@throughline/contract';
import { type ApiReader, createApiReader } from '@throughline/e2e/api-reader.ts';
import type { IngestRowsHouse } from './ingest-rows-house.ts';

type Place = Pick<IngestRowsHouse, 'origin' | 'setupPath' | 'github'>;

/** Signed in, with a token that was tested: all that is left is to connect the whole organisation. */
export interface Connecting {
  readonly reader: ApiReader;
  connect(): Promise<void>;
}

/** Sets Throughline up and tests the token, as an administrator does before connecting an organisation. */
export const prepareToConnect = async ({ origin, setupPath, github }: Place): Promise<Connecting> => {
  const reader = await createApiReader(origin);
  const account = { name: 'Bench', email: 'bench@example.com', password: 'a password for the bench' };
  await reader.call(completeSetup, { params: { token: setupPath.split('/').at(-1) ?? '' }, body: account });
  const { credentialId } = await reader.call(testToken, {
    body: { host: { address: github.origin }, token: github.token },
  });
  const { organisation } = github;
  const body = { credentialId, organisation, name: organisation, repositoryChoice: 'all' } as const;
  return {
    reader,
    connect: async () => {
      await reader.call(createConnection, { body });
    },
  };
};

/** Waits until every repository has been read to its end. */
export const waitUntilRead = async (reader: ApiReader): Promise<void> => {
  for (;;) {
    const { state, connections } = await reader.call(getSync);
    if (state === 'needs-attention')
      throw new Error(`Reading stopped: ${connections.map(({ sentence }) => sentence).join(' ')}`);
    const isRead = connections.every(
      ({ total, repositories, repositoriesComplete }) =>
        total !== undefined && repositories > 0 && repositoriesComplete === repositories,
    );
    if (isRead) return;
    await sleep(500);
  }
};
