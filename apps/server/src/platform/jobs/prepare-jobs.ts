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
  const failures: Error[] = [];
  boss.on('error', (error) => failures.push(error));
  try {
    await boss.start();
  } finally {
    await boss.stop({ graceful: false });
  }
};
