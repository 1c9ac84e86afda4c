import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../clock/index.ts';
import { createSecretMask } from '../../logging/index.ts';
import type { Database } from '../../sql/index.ts';
import { openSecretBox } from '../open-secret-box.ts';
import { rotateKeys } from '../rotate-keys.ts';
import type { SealedColumn } from '../sealed-column.ts';
import type { SecretBox } from '../secret-box.ts';

/** The box of a running process and its rotation, until the test ends; `rotate` fails unless no old key is left. */
export async function openRotatingBox(
  database: Database,
  columns: readonly SealedColumn[],
): Promise<{ readonly box: SecretBox; rotate(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-rotating-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const options = { database, keyFilePath: join(folder, 'keys.json'), clock: systemClock, lookEveryMs: 20 };
  const running = { secretMask: createSecretMask(), holder: 'test', onTrouble: () => {} };
  const box = await openSecretBox({ ...options, ...running });
  onTestFinished(() => box.close());
  const retired = { columns, say: () => {}, onRetired: () => Promise.resolve(), settleMs: 50 };
  return { box, rotate: () => rotateKeys({ ...options, ...retired }) };
}
