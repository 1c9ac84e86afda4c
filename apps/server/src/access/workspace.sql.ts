import type { PersonPages } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';

export interface Workspace {
  readonly name: string;
  readonly zone: string;
  readonly isSetUp: boolean;
  /** Who may open a person's page. */
  readonly personPages: PersonPages;
  /** 1 is Monday; undefined: working hours are not told. */
  readonly workingDays: readonly number[] | undefined;
  /** False: passwords are the administrators' way in only. */
  readonly isPasswordForAll: boolean;
}

/** The name, the zone in which weeks begin, and whether there has been a first administrator. */
export async function loadWorkspace(sql: Sql): Promise<Workspace> {
  const [row] = await sql.query<{
    name: string;
    zone: string;
    is_set_up: boolean;
    person_pages: PersonPages;
    working_days: readonly number[] | null;
    is_password_for_all: boolean;
  }>(
    `select name, zone, set_up_at is not null as is_set_up, person_pages, working_days,
       is_password_for_all
     from workspace`,
  );
  if (row === undefined) throw new Error('The workspace has no row; its migration makes one.');
  return {
    name: row.name,
    zone: row.zone,
    isSetUp: row.is_set_up,
    personPages: row.person_pages,
    workingDays: row.working_days ?? undefined,
    isPasswordForAll: row.is_password_for_all,
  };
}

/** Changes what is given. No working days: working hours are told no more. */
export async function updateWorkspace(
  tx: Sql,
  change: {
    readonly name?: string | undefined;
    readonly zone?: string | undefined;
    readonly personPages?: PersonPages | undefined;
    readonly workingDays?: readonly number[] | undefined;
  },
): Promise<void> {
  await tx.query(
    `update workspace
     set
       name = coalesce($1::text, name),
       zone = coalesce($2::text, zone),
       person_pages = coalesce($3::text, person_pages),
       working_days = case when $4::smallint[] is null then working_days else nullif($4::smallint[], '{}') end`,
    [change.name ?? null, change.zone ?? null, change.personPages ?? null, change.workingDays ?? null],
  );
}

/** Says whose way in passwords are. */
export async function setPasswordForAll(tx: Sql, isForAll: boolean): Promise<void> {
  await tx.query('update workspace set is_password_for_all = $1::boolean', [isForAll]);
}

/** Marks the set-up as done; false when it was done already. Of two that try at once, one is told true. */
export async function completeSetup(tx: Sql, zone: string | undefined): Promise<boolean> {
  const rows = await tx.query(
    `update workspace
     set set_up_at = app_now(), zone = coalesce($1::text, zone)
     where set_up_at is null
     returning workspace_id`,
    [zone ?? null],
  );
  return rows.length === 1;
}
