import { PgBoss } from 'pg-boss';

import { toBossOptions } from './boss-options.ts';

/** Makes or upgrades the queue's own tables. Run it with the migrations, under their lock. */
export const prepareJobs = async (url: string): Promise<void> => {
  const boss = new PgBoss({
    ...toBossOptions(url, 'worker'),
    supervise: false,
    useListenNotify: false,
    max: 1,
  });
  // What matters rejects below; without a listener the rest would end the process.
  boss.on('error', () => undefined);
  try {
    await boss.start();
  } finally {
    await boss.stop({ graceful: false });
  }
};
