import type { Sql } from '../../platform/sql/index.ts';

/** Removes log lines after 90 days, the rate after one, samples after three, resolved quarantine after 30, tries after 60. */
export async function forgetOldReading(tx: Sql): Promise<void> {
  await tx.query(`delete from sync_log where at < app_now() - interval '90 days'`);
  await tx.query(`delete from sync_progress where minute_at < app_now() - interval '1 day'`);
  await tx.query(`delete from gap_retry where tried_at < app_now() - interval '60 days'`);
  await tx.query(`delete from quarantined_record where resolved_at < app_now() - interval '30 days'`);
  await tx.query(
    `update quarantined_record
     set sample_sealed = null
     where sample_sealed is not null
       and quarantined_at < app_now() - interval '3 days'`,
  );
}
