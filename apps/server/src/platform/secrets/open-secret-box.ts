import type { Clock } from '../clock/index.ts';
import type { SecretMask } from '../logging/index.ts';
import type { Database } from '../sql/index.ts';
import { loadKeyRing } from './key-file.ts';
import { createSecretBox, type SecretBox } from './secret-box.ts';
import { checkKeys, hasSealedData } from './secrets.sql.ts';

interface SecretBoxOptions {
  readonly database: Database;
  /** Made on the first start, readable by its owner only. */
  readonly keyFilePath: string;
  readonly clock: Clock;
  /** Gets to know every secret that is sealed or opened, so that no log line holds one. */
  readonly secretMask: SecretMask;
}

/** The box whose keys are proven to be this database's. Throws `key-file-missing` or `key-file-wrong`. */
export async function openSecretBox({
  database,
  keyFilePath,
  clock,
  secretMask,
}: SecretBoxOptions): Promise<SecretBox> {
  const ring = await loadKeyRing({
    path: keyFilePath,
    hasSealedData: await hasSealedData(database),
    now: clock.now(),
  });
  const box = createSecretBox(ring);
  await checkKeys(database, box);
  return maskWhatPasses(box, secretMask);
}

const maskWhatPasses = (box: SecretBox, secretMask: SecretMask): SecretBox => ({
  ...box,
  seal(plain, place) {
    secretMask.registerForever(plain);
    return box.seal(plain, place);
  },
  open(sealed, place) {
    const plain = box.open(sealed, place);
    secretMask.registerForever(plain);
    return plain;
  },
});
