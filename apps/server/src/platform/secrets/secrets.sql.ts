import { AppError } from '../errors/index.ts';
import type { Database, Sql } from '../sql/index.ts';
import type { SealedPlace, SecretBox } from './secret-box.ts';

const checkPhrase = 'throughline key check';

/** Any number no other advisory lock of ours uses. */
const lockKey = 7_203_117;

const toPlace = (keyId: string): SealedPlace => ({
  table: 'encryption_key_check',
  column: 'check_sealed',
  row: keyId,
});

/** Whether this database holds secrets sealed under some key file already. */
export async function hasSealedData(sql: Sql): Promise<boolean> {
  const rows = await sql.query<{ found: boolean }>(
    'select exists (select 1 from encryption_key_check) as found',
  );
  return rows[0]?.found === true;
}

/**
 * Proves that the box's keys are the ones this database was sealed with, and records a new key of the same ring.
 * Throws `key-file-wrong` when a recorded key is missing from the ring or is another one; then nothing was written.
 * Two instances with two key files that begin at once: the second one is refused.
 */
export async function checkKeys(database: Database, box: SecretBox): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1::bigint)', [lockKey]);
    const recorded = await tx.query<{ key_id: string; check_sealed: string }>(
      'select key_id, check_sealed from encryption_key_check',
    );
    for (const row of recorded) assertOpens(box, row.key_id, row.check_sealed);
    if (!recorded.some((row) => row.key_id === box.currentKeyId)) await recordKey(tx, box);
  });
}

function assertOpens(box: SecretBox, keyId: string, sealed: string): void {
  if (box.keyIds.includes(keyId) && opensTo(box, sealed, toPlace(keyId)) === checkPhrase) return;
  throw new AppError(
    'key-file-wrong',
    `The key file does not belong to this database: it lacks the key ${keyId}, or holds another one under that name. ` +
      'Put back the key file this database was started with. Nothing was changed.',
    { context: { keyId, keysInFile: box.keyIds } },
  );
}

function opensTo(box: SecretBox, sealed: string, place: SealedPlace): string | undefined {
  try {
    return box.open(sealed, place);
  } catch {
    return undefined;
  }
}

async function recordKey(tx: Sql, box: SecretBox): Promise<void> {
  const keyId = box.currentKeyId;
  await tx.query(
    `insert into encryption_key_check (key_id, check_sealed)
     values ($1::text, $2::text)`,
    [keyId, box.seal(checkPhrase, toPlace(keyId))],
  );
}
