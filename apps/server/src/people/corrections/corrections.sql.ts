import type { Correction } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import type { CorrectionPlan } from './plan-correction.ts';

interface CorrectionRow {
  readonly correction_id: number;
  readonly kind: Correction['kind'];
  readonly subject: string;
  readonly note: string | null;
  readonly state: Correction['state'];
  readonly asked_at: Date;
  readonly answered_at: Date | null;
  readonly answered_by_name: string | null;
  readonly answer: string | null;
}

const columns = `
  correction.correction_id, correction.kind, correction.subject, correction.note, correction.state,
  correction.asked_at, correction.answered_at, answerer.name as answered_by_name, correction.answer`;

const toCorrection = (row: CorrectionRow): Correction => ({
  correctionId: row.correction_id,
  kind: row.kind,
  subject: row.subject,
  ...(row.note === null ? {} : { note: row.note }),
  state: row.state,
  askedAt: row.asked_at.toISOString(),
  ...(row.answered_at === null ? {} : { answeredAt: row.answered_at.toISOString() }),
  ...(row.answered_by_name === null ? {} : { answeredBy: row.answered_by_name }),
  ...(row.answer === null ? {} : { answer: row.answer }),
});

/** Writes down what somebody says is wrong; what is theirs to decide is done with it. */
export async function insertCorrection(tx: Sql, personId: number, plan: CorrectionPlan): Promise<number> {
  const isDone = plan.decides === 'self';
  const [row] = await tx.query<{ correction_id: number }>(
    `insert into correction (person_id, kind, subject, note, state, answered_at)
     values (
       $1::bigint, $2::text, $3::text, $4::text,
       case when $5::boolean then 'done' else 'open' end,
       case when $5::boolean then app_now() end)
     returning correction_id`,
    [personId, plan.kind, plan.subject, plan.note, isDone],
  );
  if (row === undefined) throw new Error('An insert of a correction returned no row.');
  return row.correction_id;
}

/** A person's corrections, newest first. */
export async function loadCorrectionsOf(sql: Sql, personId: number): Promise<readonly Correction[]> {
  const rows = await sql.query<CorrectionRow>(
    `select ${columns}
     from correction
     left join v_user as answerer on answerer.user_id = correction.answered_by
     where correction.person_id = $1::bigint
     order by correction.asked_at desc, correction.correction_id desc`,
    [personId],
  );
  return rows.map(toCorrection);
}

export interface PersonCorrection extends Correction {
  readonly person: { readonly slug: string; readonly name: string };
}

/** Corrections of everybody, open ones first, newest first, at most `limit`. */
export async function loadAllCorrections(sql: Sql, limit: number): Promise<readonly PersonCorrection[]> {
  const rows = await sql.query<CorrectionRow & { slug: string; person_name: string }>(
    `select ${columns}, person.slug, person.name as person_name
     from correction
     join person on person.person_id = correction.person_id
     left join v_user as answerer on answerer.user_id = correction.answered_by
     order by correction.state <> 'open', correction.asked_at desc, correction.correction_id desc
     limit $1::integer`,
    [limit],
  );
  return rows.map((row) => ({
    ...toCorrection(row),
    person: { slug: row.slug, name: row.person_name },
  }));
}

export async function countOpenCorrections(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ open: number }>(
    `select count(*)::integer as open from correction where state = 'open'`,
  );
  return row?.open ?? 0;
}

export interface CorrectionAnswer {
  readonly correctionId: number;
  readonly state: 'done' | 'refused';
  readonly answer: string | undefined;
  readonly answeredBy: number;
}

/** Answers an open request; the person it is of, or undefined where there is no open one. */
export async function updateCorrection(tx: Sql, given: CorrectionAnswer): Promise<number | undefined> {
  const [row] = await tx.query<{ person_id: number }>(
    `update correction
     set state = $2::text, answer = $3::text, answered_by = $4::bigint, answered_at = app_now()
     where correction_id = $1::bigint
       and state = 'open'
     returning person_id`,
    [given.correctionId, given.state, given.answer, given.answeredBy],
  );
  return row?.person_id;
}
