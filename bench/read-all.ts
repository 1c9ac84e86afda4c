import { setTimeout as sleep } from 'node:timers/promises';
import { completeSetup, createConnection, getSync, testToken } from '@throughline/contract';
import { type ApiReader, createApiReader } from '@throughline/e2e/api-reader.ts';
import type { IngestRowsHouse } from './ingest-rows-house.ts';

type Place = Pick<IngestRowsHouse, 'origin' | 'setupPath'>;
type Github = IngestRowsHouse['github'];

/** Whoever sets Throughline up. */
export const account = { name: 'Bench', email: 'bench@example.com', password: 'a password for the bench' };

/** Sets Throughline up, as its first administrator does. */
export const setUp = async ({ origin, setupPath }: Place): Promise<ApiReader> => {
  const reader = await createApiReader(origin);
  await reader.call(completeSetup, { params: { token: setupPath.split('/').at(-1) ?? '' }, body: account });
  return reader;
};

/** Tests a token, as an administrator does before connecting; then connects the whole organisation when it is called. */
export const prepareToConnect = async (
  reader: ApiReader,
  { origin, token, organisation }: Github,
  name = organisation,
): Promise<() => Promise<void>> => {
  const { credentialId } = await reader.call(testToken, { body: { host: { address: origin }, token } });
  const body = { credentialId, organisation, name, repositoryChoice: 'all' } as const;
  return async () => {
    await reader.call(createConnection, { body });
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
