import { AppError } from '../errors/index.ts';
import type { Database, Sql } from '../sql/index.ts';
import type { SealedPlace, SecretBox } from './secret-box.ts';

const checkPhrase = 'throughline key check';

/** Any numbers no other advisory lock of ours uses. */
const lockKey = 7_203_117;
const rotationLockKey = 7_203_118;

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

/**
 * Takes the right to rotate the keys until the transaction ends. Returns the process id of its connection, or undefined
 * when somebody else has it.
 */
export async function lockRotation(tx: Sql): Promise<number | undefined> {
  const [row] = await tx.query<{ is_locked: boolean; pid: number }>(
    'select pg_try_advisory_xact_lock($1::bigint) as is_locked, pg_backend_pid() as pid',
    [rotationLockKey],
  );
  return row?.is_locked === true ? row.pid : undefined;
}

/** The database is sealed with these keys alone from now on. Returns those that were forgotten. */
export async function forgetOtherKeys(tx: Sql, keyIds: readonly string[]): Promise<string[]> {
  await tx.query('select pg_advisory_xact_lock($1::bigint)', [lockKey]);
  const rows = await tx.query<{ key_id: string }>(
    `delete from encryption_key_check
     where key_id <> all($1::text[])
     returning key_id`,
    [keyIds],
  );
  return rows.map((row) => row.key_id);
}

/** Keys this database was sealed with that the box lacks, or has another one under their name. */
export async function listLostKeys(sql: Sql, box: SecretBox): Promise<string[]> {
  const recorded = await sql.query<{ key_id: string; check_sealed: string }>(
    'select key_id, check_sealed from encryption_key_check order by key_id',
  );
  return recorded
    .filter((row) => opensTo(box, row.check_sealed, toPlace(row.key_id)) !== checkPhrase)
    .map((row) => row.key_id);
}

/** The database's time, which its transactions are told by. */
export async function readInstant(sql: Sql): Promise<Date> {
  const [row] = await sql.query<{ at: Date }>('select app_now() as at');
  if (row === undefined) throw new Error('The database does not tell the time.');
  return row.at;
}

/** How many transactions of Throughline's processes run since before an instant, but for the one of `lockPid`. */
export async function countTransactionsSince(sql: Sql, before: Date, lockPid: number): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `select count(*)::integer as count
     from pg_stat_activity
     where datname = current_database()
       and application_name like 'throughline%'
       and pid <> $2::integer
       and xact_start < $1::timestamptz`,
    [before, lockPid],
  );
  return row?.count ?? 0;
}
