import type { ExclusionRule, ExclusionRuleKind } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';

interface Key {
  readonly repositoryId: number;
  readonly number: number;
}

/** Who excluded a pull request by hand, why and when. */
export async function findExclusion(
  sql: Sql,
  { repositoryId, number }: Key,
): Promise<{ readonly reason: string; readonly by: string | undefined; readonly at: Date } | undefined> {
  const [row] = await sql.query<{ reason: string; by: string | null; at: Date }>(
    `select exclusion.reason, v_user.name as by, exclusion.excluded_at as at
     from pull_request_exclusion as exclusion
     left join v_user on v_user.user_id = exclusion.excluded_by
     where exclusion.repository_id = $1::bigint
       and exclusion.number = $2::integer`,
    [repositoryId, number],
  );
  return row && { ...row, by: row.by ?? undefined };
}

/** Excludes a pull request, or gives it another reason. */
export async function writeExclusion(
  tx: Sql,
  { repositoryId, number, reason, userId }: Key & { readonly reason: string; readonly userId: number },
): Promise<void> {
  await tx.query(
    `insert into pull_request_exclusion (repository_id, number, reason, excluded_by)
     values ($1::bigint, $2::integer, $3::text, $4::bigint)
     on conflict (repository_id, number) do update
     set reason = excluded.reason,
         excluded_by = excluded.excluded_by,
         excluded_at = app_now()`,
    [repositoryId, number, reason, userId],
  );
}

/** Takes an exclusion back. False when there was none. */
export async function removeExclusion(tx: Sql, { repositoryId, number }: Key): Promise<boolean> {
  const rows = await tx.query<{ number: number }>(
    `delete from pull_request_exclusion
     where repository_id = $1::bigint
       and number = $2::integer
     returning number`,
    [repositoryId, number],
  );
  return rows.length > 0;
}

interface RuleColumns {
  readonly exclusion_rule_id: number;
  readonly kind: ExclusionRuleKind;
  readonly pattern: string;
  readonly reason: string;
  readonly by: string | null;
  readonly created_at: Date;
}

const ruleColumnsSql = `
  select
    rule.exclusion_rule_id, rule.kind, rule.pattern, rule.reason, v_user.name as by, rule.created_at
  from exclusion_rule as rule
  left join v_user on v_user.user_id = rule.created_by`;

/** Rules, the oldest first. */
export async function loadRules(sql: Sql): Promise<readonly ExclusionRule[]> {
  const rows = await sql.query<RuleColumns>(`${ruleColumnsSql} order by rule.exclusion_rule_id`);
  return rows.map(toRule);
}

/** Adds a rule; undefined where the same is there already. */
export async function insertRule(
  tx: Sql,
  given: Pick<ExclusionRule, 'kind' | 'pattern' | 'reason'> & { readonly userId: number },
): Promise<ExclusionRule | undefined> {
  const [made] = await tx.query<{ exclusion_rule_id: number }>(
    `insert into exclusion_rule (kind, pattern, reason, created_by)
     values ($1::text, $2::text, $3::text, $4::bigint)
     on conflict (kind, pattern) do nothing
     returning exclusion_rule_id`,
    [given.kind, given.pattern, given.reason, given.userId],
  );
  if (made === undefined) return undefined;
  const rows = await tx.query<RuleColumns>(`${ruleColumnsSql} where rule.exclusion_rule_id = $1::bigint`, [
    made.exclusion_rule_id,
  ]);
  return rows.map(toRule)[0];
}

/** Takes a rule away and answers what it was; undefined where there is none. */
export async function deleteRule(
  tx: Sql,
  ruleId: number,
): Promise<{ readonly kind: ExclusionRuleKind; readonly pattern: string } | undefined> {
  const [row] = await tx.query<{ kind: ExclusionRuleKind; pattern: string }>(
    `delete from exclusion_rule
     where exclusion_rule_id = $1::bigint
     returning kind, pattern`,
    [ruleId],
  );
  return row;
}

const toRule = (row: RuleColumns): ExclusionRule => ({
  ruleId: row.exclusion_rule_id,
  kind: row.kind,
  pattern: row.pattern,
  reason: row.reason,
  ...(row.by === null ? {} : { by: row.by }),
  at: row.created_at.toISOString(),
});
