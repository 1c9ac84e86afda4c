import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock/index.ts';
import { AppError } from '../errors/index.ts';
import type { Database, Sql } from '../sql/index.ts';
import { createKey, loadKeyFile, replaceKeyFile } from './key-file.ts';
import { type KeyHolder, loadKeyHolders } from './key-holders.sql.ts';
import { type KeyEntry, type KeyFileContent, toKeyRing } from './key-ring.ts';
import { announce, findStep, keepOnly, putFirst, toNewestAt } from './rotation-steps.ts';
import { sealAllAnew } from './seal-all-anew.ts';
import { countSealedUnder } from './seal-anew.sql.ts';
import type { SealedColumn } from './sealed-column.ts';
import { createSecretBox } from './secret-box.ts';
import {
  checkKeys,
  countTransactionsSince,
  forgetOtherKeys,
  lockRotation,
  readInstant,
} from './secrets.sql.ts';

export interface RotationOptions {
  readonly database: Database;
  readonly keyFilePath: string;
  /** Every column of every table that holds sealed texts. */
  readonly columns: readonly SealedColumn[];
  readonly clock: Clock;
  /** Gets each sentence of what is being done. */
  readonly say: (sentence: string) => void;
  /** Writes down what has been done, in the transaction that does it. */
  readonly onRetired: (tx: Sql, keyIds: readonly string[]) => Promise<void>;
  /** Told to stop: it goes on with what was begun when it is started again. */
  readonly signal?: AbortSignal;
  /** How often running processes are asked whether they have followed; default 1,000. */
  readonly lookEveryMs?: number;
  /** What a process may take to write down what it has sealed: longer than it waits for a connection. Default 6,000. */
  readonly settleMs?: number;
}

/**
 * Seals everything with a new key and retires the old one, while the program runs. Each step is told by the key file
 * and the database alone, so that after a kill at any point the same call goes on. Throws `rotation-running` when
 * another one does it, `key-file-missing` or `key-file-wrong` before anything was changed, and `secrets-unopened` when
 * something does not open under the key it names: then the old key stays.
 */
export async function rotateKeys(options: RotationOptions): Promise<void> {
  await options.database.transaction(async (lock) => {
    const lockPid = await lockRotation(lock);
    if (lockPid === undefined) throw rotationRunning();
    // A transaction that says nothing for two minutes is ended, and its lock with it.
    const stayAlive = async (): Promise<void> => {
      options.signal?.throwIfAborted();
      await lock.query('select');
    };
    await rotate({ ...options, stayAlive, lockPid });
  });
}

interface Rotation extends RotationOptions {
  readonly stayAlive: () => Promise<void>;
  readonly lockPid: number;
}

async function rotate(rotation: Rotation): Promise<void> {
  const { database, keyFilePath, say } = rotation;
  const content = await loadKeyFile(keyFilePath);
  await checkKeys(database, createSecretBox(toKeyRing(content)));
  const announced = await announceKey(rotation, content);
  const { key, oldKeyIds, promoted } = await promoteKey(rotation, announced);
  const sealingAt = await readInstant(database);
  const seal = () =>
    sealAllAnew({ ...rotation, box: createSecretBox(toKeyRing(promoted)), keyIds: oldKeyIds });
  await seal();
  await settle(rotation, sealingAt);
  await seal();
  await retire(rotation, key, oldKeyIds);
  say(
    `Done: everything is sealed with the key ${key.id}, and it alone stands in ${keyFilePath}. Back that file up.`,
  );
}

/** Has every running process know the new key before anything is sealed with it. */
async function announceKey(rotation: Rotation, content: KeyFileContent): Promise<KeyFileContent> {
  const { keyFilePath, clock, say } = rotation;
  if (findStep(content).kind !== 'begin') {
    say('Going on with a rotation that was begun before.');
    return content;
  }
  const key = createKey(toNewestAt(content, clock.now()));
  const announced = announce(content, key);
  await replaceKeyFile(keyFilePath, announced);
  say(`The new key ${key.id} stands in ${keyFilePath}, beside the one in use.`);
  return announced;
}

interface Promoted {
  readonly key: KeyEntry;
  readonly oldKeyIds: readonly string[];
  readonly promoted: KeyFileContent;
}

/** Has every running process seal with the new key. */
async function promoteKey(rotation: Rotation, announced: KeyFileContent): Promise<Promoted> {
  const { database, keyFilePath, say } = rotation;
  const step = findStep(announced);
  if (step.kind === 'begin') throw new Error('A rotation that has not begun seals nothing.');
  const promoted = putFirst(announced, step.key);
  if (step.kind === 'announced') {
    await waitForHolders(rotation, `know the key ${step.key.id}`, (ids) => ids.includes(step.key.id));
    await replaceKeyFile(keyFilePath, promoted);
  }
  await checkKeys(database, createSecretBox(toKeyRing(promoted)));
  await waitForHolders(rotation, `seal with the key ${step.key.id}`, (ids) => ids[0] === step.key.id);
  say(`Whatever is sealed from now on is sealed with the key ${step.key.id}.`);
  const oldKeyIds = promoted.keys.slice(1).map(({ id }) => id);
  return { key: step.key, oldKeyIds, promoted };
}

type HasFollowed = (keyIds: readonly string[]) => boolean;

async function waitForHolders(rotation: Rotation, what: string, hasFollowed: HasFollowed): Promise<void> {
  const { database, keyFilePath, say, lookEveryMs = 1_000 } = rotation;
  const listWaited = async (): Promise<KeyHolder[]> =>
    (await loadKeyHolders(database)).filter(({ keyIds }) => !hasFollowed(keyIds));
  let told = '';
  for (let waited = await listWaited(); waited.length > 0; waited = await listWaited()) {
    const names = waited.map(({ name }) => name).join(', ');
    if (names !== told) {
      say(
        `Waiting until these ${what}: ${names}. On this machine that takes seconds; copy ${keyFilePath} to any other.`,
      );
    }
    told = names;
    await rotation.stayAlive();
    await sleep(lookEveryMs);
  }
}

/** Whoever sealed a moment before with the old key has written it down, or never will. */
async function settle(rotation: Rotation, sealingAt: Date): Promise<void> {
  const { database, say, lookEveryMs = 1_000, settleMs = 6_000 } = rotation;
  say('Waiting for what was being written meanwhile.');
  await sleep(settleMs);
  const until = new Date(sealingAt.getTime() + settleMs);
  while ((await countTransactionsSince(database, until, rotation.lockPid)) > 0) {
    await rotation.stayAlive();
    await sleep(lookEveryMs);
  }
}

async function retire(rotation: Rotation, key: KeyEntry, oldKeyIds: readonly string[]): Promise<void> {
  const { database, keyFilePath, columns, onRetired } = rotation;
  await database.transaction(async (tx) => {
    const left = await countSealedUnder(tx, columns, oldKeyIds);
    if (left > 0) throw secretsWritten(left);
    const forgotten = await forgetOtherKeys(tx, [key.id]);
    if (forgotten.length > 0) await onRetired(tx, forgotten);
  });
  await replaceKeyFile(keyFilePath, keepOnly(key));
}

const rotationRunning = (): AppError =>
  new AppError(
    'rotation-running',
    'The keys are being rotated by another process already. Nothing was changed. Wait for that one to end.',
  );

const secretsWritten = (left: number): AppError =>
  new AppError(
    'secrets-unopened',
    `${left} secrets were sealed with an old key while the keys were being rotated. Nothing is lost, and the old key ` +
      'stays. Run the same command again; it goes on from here.',
    { context: { left } },
  );
