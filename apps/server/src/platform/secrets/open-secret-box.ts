import type { Clock } from '../clock/index.ts';
import type { Database } from '../sql/index.ts';
import { loadKeyRing } from './key-file.ts';
import { createSecretBox, type SecretBox } from './secret-box.ts';
import { checkKeys, hasSealedData } from './secrets.sql.ts';

interface SecretBoxOptions {
  readonly database: Database;
  /** Made on the first start, readable by its owner only. */
  readonly keyFilePath: string;
  readonly clock: Clock;
}

/** The box whose keys are proven to be this database's. Throws `key-file-missing` or `key-file-wrong`. */
export async function openSecretBox({ database, keyFilePath, clock }: SecretBoxOptions): Promise<SecretBox> {
  const ring = await loadKeyRing({
    path: keyFilePath,
    hasSealedData: await hasSealedData(database),
    now: clock.now(),
  });
  const box = createSecretBox(ring);
  await checkKeys(database, box);
  return box;
}
