import { setTimeout as sleep } from 'node:timers/promises';
import { completeSetup, listPullRequests, startDemo } from '@throughline/contract';
import { createApiReader } from '@throughline/e2e/api-reader.ts';

const lookEveryMs = 50;
const patienceMs = 60_000;

/** Seconds from the click on **Start the demo** until a list shows the first pull request, in a workspace just set up. */
export async function measureDemo(origin: string, setupPath: string): Promise<number> {
  const reader = await createApiReader(origin);
  const account = { name: 'Bench', email: 'bench@example.com', password: 'a password for the bench' };
  await reader.call(completeSetup, { params: { token: setupPath.split('/').at(-1) ?? '' }, body: account });
  const clickedAt = performance.now();
  await reader.call(startDemo);
  while ((await reader.call(listPullRequests, { query: {} })).total === 0) {
    if (performance.now() - clickedAt > patienceMs)
      throw new Error('The demo showed nothing within a minute.');
    await sleep(lookEveryMs);
  }
  return (performance.now() - clickedAt) / 1000;
}
