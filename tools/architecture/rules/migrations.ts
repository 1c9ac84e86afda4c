import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { findParsedRelations } from '../sql/find-relations.ts';
import { type DbFile, listDbFiles } from '../sql/house-sql.ts';
import { type Owners, readOwners } from '../sql/owners.ts';
import { walkSql } from '../sql/parse-statements.ts';
import type { House } from '../tree/house.ts';

const folder = 'db/migrations/';

/** Migrations are `0001-…sql`, `0002-…sql` without a gap; views are `v_…`; no key leads from outside into activity. */
export const migrationsRule: Rule = {
  name: 'migrations',
  check: (house) => {
    const owners = readOwners(house);
    return [
      ...checkNumbers(house),
      ...listDbFiles(house).flatMap((file) => [...checkViewNames(file), ...checkForeignKeys(owners, file)]),
    ];
  },
};

function checkNumbers(house: House): Finding[] {
  const paths = house.paths.filter((path) => path.startsWith(folder)).toSorted();
  return paths.flatMap((path, index) => {
    const expected = String(index + 1).padStart(4, '0');
    const isNamed = /^\d{4}-[a-z][a-z0-9-]*\.sql$/.test(path.slice(folder.length));
    if (isNamed && path.slice(folder.length, folder.length + 4) === expected) return [];
    return [
      {
        path,
        line: 1,
        message: `migrations are numbered without a gap: ${expected}-what-it-does.sql is next`,
      },
    ];
  });
}

function checkViewNames({ kind, path, parsed }: DbFile): Finding[] {
  if (parsed.kind === 'refused') return [];
  const findings: Finding[] = [];
  walkSql(parsed.statements, (node, name) => {
    if (name !== 'ViewStmt') return;
    const view = findParsedRelations([node['view']])[0] ?? '';
    if (!view.startsWith('v_'))
      findings.push({ path, line: 1, message: `view ${view} is to be called v_${view}` });
    if (kind === 'migration') findings.push({ path, line: 1, message: `view ${view} belongs into db/views` });
  });
  return findings;
}

/** Citus takes no foreign key into a distributed table from outside; `repository` itself is every slice's to point at. */
function checkForeignKeys(owners: Owners, { path, slice, parsed }: DbFile): Finding[] {
  if (parsed.kind === 'refused' || slice === 'activity') return [];
  const findings: Finding[] = [];
  walkSql(parsed.statements, ({ contype, pktable }) => {
    const target = contype === 'CONSTR_FOREIGN' ? findParsedRelations([pktable])[0] : undefined;
    if (target === undefined || target === 'repository' || owners.tables.get(target) !== 'activity') return;
    findings.push({
      path,
      line: 1,
      message: `a foreign key from ${slice} into activity's ${target}; Citus refuses it`,
    });
  });
  return findings;
}
