import type { PersonAct } from '@throughline/contract';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { type ActNames, toActText } from './act-text.ts';

/** What it takes to undo an act exactly. */
export type ActDetail =
  | {
      readonly kind: 'merge';
      /** Every link that went over. */
      readonly linkIds: readonly number[];
      /** Addresses the one who stays did not have. */
      readonly emails: readonly string[];
      /** The user who went over. */
      readonly userId: number | null;
      /** People who had been merged into the merged one before. */
      readonly forwardedIds: readonly number[];
    }
  | {
      readonly kind: 'split';
      readonly linkIds: readonly number[];
      readonly emails: readonly string[];
      /** The first address of the one who stays, where it went over. */
      readonly mainEmail: string | null;
    }
  | {
      readonly kind: 'link';
      readonly linkIds: readonly number[];
      /** People made for it. */
      readonly personIds: readonly number[];
      /** The day of the import that named the accounts before they were seen. */
      readonly importedOn?: string;
    };

export interface NewAct {
  readonly personId?: number;
  readonly otherPersonId?: number;
  readonly detail: ActDetail;
  /** Absent for what Throughline does by itself. */
  readonly doneBy?: number;
}

/** Keeps what was done, and answers its id. */
export async function insertAct(tx: Sql, act: NewAct): Promise<number> {
  const [row] = await tx.query<{ person_act_id: number }>(
    `insert into person_act (kind, person_id, other_person_id, detail, done_by)
     values ($1::text, $2::bigint, $3::bigint, $4::jsonb, $5::bigint)
     returning person_act_id`,
    [act.detail.kind, act.personId, act.otherPersonId, JSON.stringify(act.detail), act.doneBy],
  );
  if (row === undefined) throw new Error('An insert of an act returned no row.');
  return row.person_act_id;
}

export interface StandingAct {
  readonly personId: number | undefined;
  readonly otherPersonId: number | undefined;
  readonly detail: ActDetail;
}

/** Marks an act as undone and answers it. Throws `not-found` for none, and `undo-refused` for one that is undone. */
export async function takeAct(tx: Sql, personActId: number, undoneBy: number): Promise<StandingAct> {
  const [row] = await tx.query<{
    person_id: number | null;
    other_person_id: number | null;
    detail: ActDetail;
    undone_at: Date | null;
  }>(
    `select person_id, other_person_id, detail, undone_at
     from person_act
     where person_act_id = $1::bigint
     for update`,
    [personActId],
  );
  if (row === undefined) throw notFound();
  if (row.undone_at !== null) throw undoRefused('This was undone already.');
  await tx.query(
    `update person_act
     set undone_at = app_now(), undone_by = $2::bigint
     where person_act_id = $1::bigint`,
    [personActId, undoneBy],
  );
  return {
    personId: row.person_id ?? undefined,
    otherPersonId: row.other_person_id ?? undefined,
    detail: row.detail,
  };
}

export const undoRefused = (message: string): AppError => new AppError('undo-refused', message);

interface ActRow extends ActNames {
  readonly person_act_id: number;
  readonly kind: PersonAct['kind'];
  readonly done_at: Date;
  readonly done_by_name: string | null;
  readonly is_undone: boolean;
}

const actsText = `
  select
    act.person_act_id,
    act.kind,
    person.name as person_name,
    other.name as other_name,
    coalesce(act.person_id = $1::bigint, true) as is_own,
    jsonb_array_length(act.detail -> 'linkIds') as links,
    coalesce(jsonb_array_length(act.detail -> 'personIds'), 0) as people,
    act.detail ->> 'importedOn' as imported_on,
    act.done_at,
    v_user.name as done_by_name,
    act.undone_at is not null as is_undone
  from person_act as act
  left join person on person.person_id = act.person_id
  left join person as other on other.person_id = act.other_person_id
  left join v_user on v_user.user_id = act.done_by
  where $1::bigint is null
     or act.person_id = $1::bigint
     or act.other_person_id = $1::bigint
  order by act.person_act_id desc
  limit 50`;

/** The last 50 acts, newest first; those of one person where one is given. */
export async function loadActs(sql: Sql, personId?: number): Promise<PersonAct[]> {
  const rows = await sql.query<ActRow>(actsText, [personId]);
  return rows.map((row) => ({
    personActId: row.person_act_id,
    kind: row.kind,
    text: toActText(row),
    doneAt: row.done_at.toISOString(),
    ...(row.done_by_name === null ? {} : { doneBy: row.done_by_name }),
    isUndone: row.is_undone,
  }));
}
