import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { findParsedRelations } from '../sql/find-relations.ts';
import { listServerSql } from '../sql/house-sql.ts';
import { listDistributed } from '../sql/list-distributed.ts';
import { readOwners } from '../sql/owners.ts';
import { isNode, walkSql } from '../sql/parse-statements.ts';

/**
 * A statement does not write a table of its slice and read activity over many repositories: activity is spread over
 * machines by repository, and Citus refuses the write then. Read in one statement, write in another outside of its
 * transaction; or name the one repository. Two statements of one transaction this rule does not see.
 */
export const sqlFanOutRule: Rule = {
  name: 'sql-fan-out',
  check: (house) => {
    const owners = readOwners(house);
    const distributed = listDistributed(house, owners);
    return listServerSql(house).flatMap(({ file, slice, written }) =>
      slice === 'platform'
        ? []
        : written.flatMap((sql): Finding[] => {
            if (sql.kind !== 'statement' || sql.parsed.kind === 'refused') return [];
            const { statements } = sql.parsed;
            const targets = listTargets(statements);
            const isOwn = targets.some((table) => !distributed.has(table));
            const read = findParsedRelations(statements).find((relation) => distributed.has(relation));
            if (!isOwn || read === undefined || namesRepository(statements)) return [];
            const message = `writes ${targets.join(', ')} and reads ${read} over many repositories, which Citus refuses; read first, or name one: repository_id = $1::bigint`;
            return [{ path: file.path, line: sql.line, message }];
          }),
    );
  },
};

const writes: readonly string[] = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'];

function listTargets(statements: readonly unknown[]): readonly string[] {
  const targets: string[] = [];
  walkSql(statements, ({ relation }, name) => {
    if (!writes.includes(name) || !isNode(relation)) return;
    if (typeof relation['relname'] === 'string') targets.push(relation['relname']);
  });
  return targets;
}

/** Whether somewhere a repository is given as one parameter: joins by repository carry it to the other tables. */
function namesRepository(statements: readonly unknown[]): boolean {
  let isNamed = false;
  walkSql(statements, ({ kind, lexpr, rexpr }, name) => {
    if (name === 'A_Expr' && kind === 'AEXPR_OP' && isRepository(lexpr) && isParameter(rexpr)) isNamed = true;
  });
  return isNamed;
}

function isRepository(expression: unknown): boolean {
  let last = '';
  walkSql(isNode(expression) ? expression['ColumnRef'] : undefined, ({ sval }) => {
    if (typeof sval === 'string') last = sval;
  });
  return last === 'repository_id';
}

function isParameter(expression: unknown): boolean {
  const cast = isNode(expression) ? expression['TypeCast'] : undefined;
  const arg = isNode(cast) ? cast['arg'] : expression;
  return isNode(arg) && 'ParamRef' in arg;
}
