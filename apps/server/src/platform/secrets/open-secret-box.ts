import type { Clock } from '../clock/index.ts';
import type { SecretMask } from '../logging/index.ts';
import type { Database } from '../sql/index.ts';
import { followKeyFile } from './follow-key-file.ts';
import { keepKeyRing } from './kept-key-ring.ts';
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
  /** Which process this is, for whoever rotates the keys: `api`. */
  readonly holder: string;
  /** Told when the key file has changed to one that cannot be followed; what was known before stays in use. */
  readonly onTrouble: (error: unknown) => void;
  /** How often the key file is looked at; default 5,000. */
  readonly lookEveryMs?: number;
}

/** A box that follows its key file until it is closed. */
export interface OpenSecretBox extends SecretBox {
  close(): Promise<void>;
}

/** The box whose keys are proven to be this database's. Throws `key-file-missing` or `key-file-wrong`. */
export async function openSecretBox(options: SecretBoxOptions): Promise<OpenSecretBox> {
  const { database, keyFilePath, clock, secretMask } = options;
  const first = await loadKeyRing({
    path: keyFilePath,
    hasSealedData: await hasSealedData(database),
    now: clock.now(),
  });
  await checkKeys(database, createSecretBox(first));
  const ring = keepKeyRing(keyFilePath, first);
  const following = await followKeyFile({ ...options, ring });
  return maskWhatPasses(createSecretBox(ring), secretMask, following.close);
}

const maskWhatPasses = (
  box: SecretBox,
  secretMask: SecretMask,
  close: () => Promise<void>,
): OpenSecretBox => ({
  close,
  get keyIds() {
    return box.keyIds;
  },
  get currentKeyId() {
    return box.currentKeyId;
  },
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
