import { rename, writeFile } from 'node:fs/promises';
import { control } from './control-github.ts';
import type { Product } from './product.ts';

/** Time as product and emulated GitHubs see it, put forward together: an hour's limit is over when the programme says so. */
export interface VirtualTime {
  /** What the product's clock shows. */
  nowMs(): number;
  /** Sets the product's clock to an instant ahead. */
  begin(atMs: number): Promise<void>;
  /**
   * Lets time pass: at every GitHub, then for the product's processes, then in its database, so that no window seems to be
   * over before it is. Organisations live on by as much only when told.
   */
  pass(seconds: number, isLivedThrough?: boolean): Promise<void>;
}

/** Where the product's processes read by how much the clock is moved. Written whole or not at all. */
export async function writeClock(file: string, movedMs: number): Promise<void> {
  await writeFile(`${file}.next`, String(movedMs));
  await rename(`${file}.next`, file);
}

export function createVirtualTime(
  { query }: Product,
  clockFile: string,
  origins: readonly string[],
): VirtualTime {
  let movedMs = 0;
  const move = async (byMs: number): Promise<void> => {
    movedMs += Math.round(byMs);
    await writeClock(clockFile, movedMs);
    await query(toMoveSql(movedMs, byMs / 1_000));
  };
  return {
    nowMs: () => Date.now() + movedMs,
    begin: (atMs) => move(atMs - Date.now()),
    pass: async (seconds, isLivedThrough = false) => {
      const advance = { advanceSeconds: seconds, worldStands: !isLivedThrough };
      await Promise.all(origins.map((origin) => control(origin, 'clock', advance)));
      await move(seconds * 1_000);
    },
  };
}

/**
 * Both clocks of the database are functions, ours and the queue's: each is put into the place of itself. Whoever runs a job
 * is alive and proves it in real time, so the proofs move along; and every lane looks for work now, not in two seconds.
 */
const toMoveSql = (movedMs: number, seconds: number): string => `
  create or replace function app_now() returns timestamptz
    language sql stable parallel safe
    as 'select pg_catalog.now() + interval ''${movedMs} milliseconds''';
  create or replace function pgboss.job_now() returns timestamptz
    language sql stable
    as 'select pg_catalog.now() + interval ''${movedMs} milliseconds''';
  update pgboss.job
  set heartbeat_on = heartbeat_on + interval '${seconds} seconds',
      started_on = started_on + interval '${seconds} seconds'
  where state = 'active';
  select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), name) from pgboss.queue;`;
