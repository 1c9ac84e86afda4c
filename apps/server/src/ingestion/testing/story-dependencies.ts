import { createClientPool, createDemoProcess } from '../../github-access/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import { createEgress } from '../../platform/egress/index.ts';
import { createJobs } from '../../platform/jobs/index.ts';
import { createLogger, createSecretMask } from '../../platform/logging/index.ts';
import { createSecretBox } from '../../platform/secrets/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { loadChosenIds } from '../discovery/discovery.sql.ts';
import { ingestionQueues } from '../queues.ts';
import { createAnswerMemory } from '../reading/answer-memory.ts';
import { createLongLists } from '../reading/long-lists.ts';

interface StoryWorld {
  readonly database: Database;
  readonly url: string;
  /** The only address that may be spoken to. */
  readonly origin: string;
  readonly clock: Clock;
  readonly role: 'sender' | 'worker';
  readonly onFailure?: (error: unknown) => void;
}

/** What reading needs, with keys that every process of a test knows. */
export async function openStoryDependencies(
  world: StoryWorld,
): Promise<ReadingDependencies & { close(): Promise<void> }> {
  const { database, url, origin, clock, role, onFailure = () => {} } = world;
  const key = { id: 'test', bytes: Buffer.alloc(32, 7) };
  const secretBox = createSecretBox({ current: key, find: () => key, ids: ['test'] });
  const egress = createEgress({ allow: { loopbackOrigins: [origin] } });
  const secretMask = createSecretMask();
  const clients = createClientPool({
    database,
    secretBox,
    secretMask,
    egress,
    clock,
    demo: createDemoProcess(),
    loadChosen: loadChosenIds,
  });
  const jobs = createJobs({ url, role, queues: ingestionQueues, onFailure });
  await jobs.start();
  return {
    database,
    clock,
    secretBox,
    clients,
    jobs,
    answers: createAnswerMemory(),
    longLists: createLongLists(),
    logger: createLogger({ level: 'silent', secrets: secretMask }),
    close: async () => {
      await jobs.stop({ graceful: false });
      await egress.close();
    },
  };
}
