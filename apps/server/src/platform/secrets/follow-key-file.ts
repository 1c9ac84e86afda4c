import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from '../sql/index.ts';
import type { KeptKeyRing } from './kept-key-ring.ts';
import { loadKeyFile } from './key-file.ts';
import { forgetHolder, tellHeldKeys } from './key-holders.sql.ts';
import { toKeyRing } from './key-ring.ts';
import { createSecretBox } from './secret-box.ts';
import { checkKeys } from './secrets.sql.ts';

interface FollowOptions {
  readonly database: Database;
  readonly keyFilePath: string;
  readonly ring: KeptKeyRing;
  readonly holder: string;
  readonly onTrouble: (error: unknown) => void;
  readonly lookEveryMs?: number;
}

/**
 * Has a ring follow its key file, and the database know which keys this process holds: whoever rotates them waits for
 * it. A file that is not this database's is not followed; the process goes on with what it has.
 */
export async function followKeyFile(options: FollowOptions): Promise<{ close(): Promise<void> }> {
  const { database, keyFilePath, ring, holder, onTrouble, lookEveryMs = 5_000 } = options;
  const holderId = randomUUID();
  const name = `${holder} ${process.pid} on ${hostname()}`;
  const tellOnlyOnce = createOnce(onTrouble);
  const look = async (): Promise<void> => {
    await followIfChanged(database, keyFilePath, ring).then(tellOnlyOnce.clear, tellOnlyOnce.tell);
    const recorded = await tellHeldKeys(database, { holderId, name, keyIds: ring.ids });
    ring.allowSealing(recorded.includes(ring.ids[0] ?? ''));
  };
  await look();
  let looking: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    // The database may be away; what it misses it is told the next time.
    looking ??= look()
      .catch(() => undefined)
      .finally(() => {
        looking = undefined;
      });
  }, lookEveryMs);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      await looking;
      await forgetHolder(database, holderId).catch(() => undefined);
    },
  };
}

async function followIfChanged(database: Database, path: string, ring: KeptKeyRing): Promise<void> {
  const next = toKeyRing(await loadKeyFile(path));
  if (next.ids.join() === ring.ids.join()) return;
  await checkKeys(database, createSecretBox(next));
  ring.follow(next);
}

/** The same trouble is told once, until it is over or another one. */
function createOnce(onTrouble: (error: unknown) => void) {
  let told: string | undefined;
  return {
    clear: () => {
      told = undefined;
    },
    tell: (error: unknown) => {
      if (String(error) !== told) onTrouble(error);
      told = String(error);
    },
  };
}
