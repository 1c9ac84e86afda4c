import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../errors/index.ts';
import type { Database } from '../sql/index.ts';
import { countSealedUnder, type SealedBatch, sealAnew } from './seal-anew.sql.ts';
import type { SealedColumn } from './sealed-column.ts';
import type { SecretBox } from './secret-box.ts';

interface SealingOptions {
  readonly database: Database;
  readonly columns: readonly SealedColumn[];
  readonly box: SecretBox;
  /** The keys that are on their way out. */
  readonly keyIds: readonly string[];
  readonly say: (sentence: string) => void;
  readonly stayAlive: () => Promise<void>;
}

/** Seals anew, batch by batch, whatever stands under the old keys. Throws `secrets-unopened` when some of it does not open. */
export async function sealAllAnew(options: SealingOptions): Promise<void> {
  const { database, columns, keyIds, say } = options;
  const total = await countSealedUnder(database, columns, keyIds);
  const unopened: string[] = [];
  let done = 0;
  for (const column of columns) {
    for await (const batch of listBatches(options, column)) {
      done += batch.sealedCount;
      unopened.push(...batch.unopened);
      if (batch.sealedCount > 0) say(`${done} of ${Math.max(total, done)} sealed anew.`);
    }
  }
  if (unopened.length > 0) throw secretsUnopened(unopened);
}

async function* listBatches(options: SealingOptions, column: SealedColumn): AsyncIterable<SealedBatch> {
  let after: string | undefined;
  for (;;) {
    await options.stayAlive();
    const batch = await trySeveralTimes(() =>
      sealAnew(options.database, options.box, column, { keyIds: options.keyIds, after }),
    );
    yield batch;
    if (batch.lastRow === undefined) return;
    after = batch.lastRow;
  }
}

const mostTries = 5;

/** Somebody may hold a row for longer than we wait for it. */
async function trySeveralTimes<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'unavailable') || tries === mostTries) throw error;
      await sleep(1_000);
    }
  }
}

const mostNamed = 10;

const secretsUnopened = (places: readonly string[]): AppError =>
  new AppError(
    'secrets-unopened',
    `${places.length} stored secrets do not open under the key they name, so the old key stays: ` +
      `${places.slice(0, mostNamed).join(', ')}${places.length > mostNamed ? ', …' : ''}. They were changed by hand, ` +
      'or moved from another row. Enter those credentials anew, or delete those rows, and run the same command again.',
    { context: { places } },
  );
