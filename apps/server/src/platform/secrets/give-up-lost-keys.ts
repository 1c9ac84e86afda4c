import type { Clock } from '../clock/index.ts';
import { AppError } from '../errors/index.ts';
import type { Database, Sql } from '../sql/index.ts';
import { findKeyFile, makeKeyFile } from './key-file.ts';
import { loadKeyHolders } from './key-holders.sql.ts';
import { toKeyRing } from './key-ring.ts';
import { createSecretBox } from './secret-box.ts';
import { checkKeys, forgetOtherKeys, listLostKeys, lockRotation } from './secrets.sql.ts';

interface GiveUpOptions {
  readonly database: Database;
  readonly keyFilePath: string;
  readonly clock: Clock;
  readonly say: (sentence: string) => void;
  readonly onGivenUp: (tx: Sql, keyIds: readonly string[]) => Promise<void>;
}

/**
 * Has the program start again with the keys there are, or a new one, after others were lost for good. What was sealed
 * with those opens no more and is entered anew. Throws `instance-running` while a process runs: it may still hold them.
 */
export async function giveUpLostKeys(options: GiveUpOptions): Promise<void> {
  const { database, keyFilePath, clock, say, onGivenUp } = options;
  const content = (await findKeyFile(keyFilePath)) ?? (await makeKeyFile(keyFilePath, clock.now()));
  const box = createSecretBox(toKeyRing(content));
  const lost = await database.transaction(async (tx) => {
    if ((await lockRotation(tx)) === undefined) throw stillRunning(['a rotation of the keys']);
    const holders = await loadKeyHolders(tx);
    if (holders.length > 0) throw stillRunning(holders.map(({ name }) => name));
    const lostIds = await listLostKeys(tx, box);
    if (lostIds.length === 0) return [];
    await forgetOtherKeys(
      tx,
      box.keyIds.filter((id) => !lostIds.includes(id)),
    );
    await onGivenUp(tx, lostIds);
    return lostIds;
  });
  await checkKeys(database, box);
  if (lost.length === 0) say('No key is lost: the key file opens everything. Nothing was changed.');
  else {
    say(
      `Given up: ${lost.join(', ')}. Start Throughline; each connection whose credential was sealed with them asks ` +
        'for a new one. What was read stays.',
    );
  }
}

const stillRunning = (names: readonly string[]): AppError =>
  new AppError(
    'instance-running',
    `Throughline runs (${names.join(', ')}), and may still hold the keys. Nothing was changed. Stop it first, wait 20 ` +
      'seconds, and run the same command again.',
  );
