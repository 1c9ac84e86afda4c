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

/** Entries before the given one, newest first, at most `limit`. */
export async function loadAudit(sql: Sql, before: number | undefined, limit: number): Promise<AuditRow[]> {
  return sql.query<AuditRow>(
    `select entry.audit_id, entry.at, actor.email as actor, entry.action, entry.subject, entry.detail
     from audit_entry as entry
     left join app_user as actor on actor.user_id = entry.actor_user_id
     where $1::bigint is null or entry.audit_id < $1::bigint
     order by entry.audit_id desc
     limit $2::integer`,
    [before ?? null, limit],
  );
}
