import { attention, broken, type Finding, ok } from '../checks/index.ts';
import type { DatabaseLook } from './database-look.sql.ts';

const oldest = 15;
/** An answer over the local network takes a few. */
const slowMs = 500;

/** Whether the database answers, soon, and is new enough. */
export function judgeDatabase({ versionNumber, version }: DatabaseLook, tookMs: number): Finding {
  const proof = `PostgreSQL ${version} answered in ${tookMs} ms.`;
  if (Math.floor(versionNumber / 10_000) < oldest) {
    return broken({
      proof,
      consequence: `Throughline is tried on PostgreSQL ${oldest} and later; queries may fail.`,
      repair: { text: `Move to PostgreSQL ${oldest} or later.` },
    });
  }
  if (tookMs <= slowMs) return ok(proof);
  return attention({
    proof,
    consequence: 'Every page waits for it several times.',
    repair: { text: 'Put the database nearer, or give it more memory and processors.' },
  });
}

const mostClockMs = 5_000;

/** Whether the database's clock goes as ours does: waits are told by one and kept by the other. */
export function judgeDatabaseClock({ now }: DatabaseLook, ours: Date): Finding {
  const seconds = Math.round((now.getTime() - ours.getTime()) / 1000);
  const proof =
    Math.abs(seconds) < 1
      ? 'The database’s clock is in step with this machine’s.'
      : `The database’s clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} this machine’s.`;
  if (Math.abs(now.getTime() - ours.getTime()) <= mostClockMs) return ok(proof);
  return attention({
    proof,
    consequence: 'Waits end too early or too late, and sessions with them.',
    repair: { text: 'Set both machines’ clocks by a time server (NTP).' },
  });
}

/** What is free where the database lies; undefined where it is not ours to see. */
export interface DiskLook {
  readonly freeBytes: number;
}

const gibibyte = 1024 ** 3;
const lowBytes = 2 * gibibyte;
const emptyBytes = gibibyte / 4;

const toSize = (bytes: number): string =>
  bytes >= gibibyte ? `${(bytes / gibibyte).toFixed(1)} GiB` : `${Math.round(bytes / 1024 ** 2)} MiB`;

/** Whether what is read still fits. */
export function judgeDisk({ bytes }: DatabaseLook, disk: DiskLook | undefined): Finding {
  const held = `The database holds ${toSize(bytes)}`;
  if (disk === undefined) return ok(`${held}; how much is free is its server’s to tell.`);
  const proof = `${held}; ${toSize(disk.freeBytes)} are free beside it.`;
  if (disk.freeBytes > lowBytes) return ok(proof);
  const trouble = {
    proof,
    consequence: 'When the disk is full, reading stops and nothing can be saved.',
    repair: { text: 'Make room, or move the data directory to a larger disk.' },
  };
  return disk.freeBytes < emptyBytes ? broken(trouble) : attention(trouble);
}
