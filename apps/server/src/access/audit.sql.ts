import { type AuditFilter, throughlineItself } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';

/** Something that somebody changed here. */
export interface AuditEvent {
  /** Absent for what Throughline does by itself. */
  readonly actorUserId?: number | undefined;
  /** `thing.happened`, in the past tense: `user.disabled`, `connection.created`. */
  readonly action: string;
  /** What it happened to, by number and not by name, so that it says nothing about a person: `user:12`, `connection:3`. */
  readonly subject: string;
  /** What else one needs to understand it; never a secret. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes down what is being changed, in the transaction that changes it: if it cannot be written, nothing changes. */
export async function recordAudit(tx: Sql, event: AuditEvent): Promise<void> {
  await tx.query(
    `insert into audit_entry (actor_user_id, action, subject, detail)
     values ($1::bigint, $2::text, $3::text, $4::jsonb)`,
    [event.actorUserId ?? null, event.action, event.subject, JSON.stringify(event.detail ?? {})],
  );
}

export interface AuditRow {
  readonly audit_id: number;
  readonly at: Date;
  readonly actor: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

interface AuditPage {
  /** Entries before this one. */
  readonly before: number | undefined;
  readonly limit: number;
}

/** Entries that a filter lets through, newest first. Days begin in the workspace's zone. */
export async function loadAudit(
  sql: Sql,
  { action, actor, subject, period }: AuditFilter,
  { before, limit }: AuditPage,
): Promise<AuditRow[]> {
  const [firstDay, lastDay] = period?.split('..') ?? [];
  return sql.query<AuditRow>(
    `select entry.audit_id, entry.at, actor.email as actor, entry.action, entry.subject, entry.detail
     from audit_entry as entry
     cross join workspace
     left join app_user as actor on actor.user_id = entry.actor_user_id
     where ($1::bigint is null or entry.audit_id < $1::bigint)
       and ($3::text is null or entry.action = $3::text or starts_with(entry.action, $3::text || '.'))
       and ($4::text is null or coalesce(actor.email, $5::text) = $4::text)
       and ($6::text is null or entry.subject = $6::text)
       and ($7::date is null or entry.at >= $7::date::timestamp at time zone workspace.zone)
       and ($8::date is null or entry.at < ($8::date + 1)::timestamp at time zone workspace.zone)
     order by entry.audit_id desc
     limit $2::integer`,
    [before, limit, action, actor, throughlineItself, subject, firstDay, lastDay],
  );
}
