import { referenceTables } from '../house.data.ts';
import type { House } from '../tree/house.ts';
import { findParsedRelations } from './find-relations.ts';
import { listDbFiles } from './house-sql.ts';
import type { Owners } from './owners.ts';
import { walkSql } from './parse-statements.ts';

/** The tables that Citus spreads by repository, and every view that reads one of them. */
export function listDistributed(house: House, owners: Owners): ReadonlySet<string> {
  const views = listViews(house);
  const distributed = new Set(
    [...owners.tables]
      .filter(([table, slice]) => slice === 'activity' && !referenceTables.includes(table))
      .map(([table]) => table),
  );
  for (let known = -1; known !== distributed.size; ) {
    known = distributed.size;
    for (const { name, reads } of views) {
      if (reads.some((relation) => distributed.has(relation))) distributed.add(name);
    }
  }
  return distributed;
}

interface View {
  readonly name: string;
  readonly reads: readonly string[];
}

function listViews(house: House): readonly View[] {
  const views: View[] = [];
  for (const { kind, parsed } of listDbFiles(house)) {
    if (kind !== 'views' || parsed.kind === 'refused') continue;
    walkSql(parsed.statements, (node, name) => {
      if (name !== 'ViewStmt') return;
      const [view] = findParsedRelations([node['view']]);
      if (view !== undefined) views.push({ name: view, reads: findParsedRelations([node['query']]) });
    });
  }
  return views;
}
