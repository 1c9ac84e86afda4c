import { floors } from '../house.data.ts';
import type { House } from '../tree/house.ts';
import { findParsedRelations } from './find-relations.ts';
import { parseStatements, walkSql } from './parse-statements.ts';

/** Who owns which table and view. */
export interface Owners {
  /** Slice by table, as `docs/data-dictionary.md` tells. */
  readonly tables: ReadonlyMap<string, string>;
  /** Slice by view, as the files `db/views/<slice>.sql` tell. */
  readonly views: ReadonlyMap<string, string>;
}

export const dictionaryPath = 'docs/data-dictionary.md';

/** Reads the owners from the dictionary and from the names of the view files. */
export function readOwners(house: House): Owners {
  const tables = parseDictionary(house.texts.get(dictionaryPath) ?? '');
  const views = [...house.texts].flatMap(([path, text]) => {
    const slice = findViewSlice(path);
    return slice === undefined ? [] : findCreatedViews(text).map((view) => [view, slice] as const);
  });
  return { tables, views: new Map(views) };
}

/** The slice whose views a file of `db/views` holds; a leading number only orders the files. */
export function findViewSlice(path: string): string | undefined {
  return /^db\/views\/(?:\d+-)?([a-z-]+)\.sql$/.exec(path)?.[1];
}

/** Why a file of this slice may not name a relation; undefined when it may. */
export function objectToRelation(owners: Owners, slice: string, relation: string): string | undefined {
  if (isCatalogue(relation) || isQueueOfPlatform(slice, relation)) return undefined;

  const view = owners.views.get(relation);
  if (view !== undefined) {
    const isLower = (floors[view] ?? 0) <= (floors[slice] ?? 0);
    return isLower ? undefined : `view ${relation} belongs to ${view}, a higher floor than ${slice}`;
  }

  const owner = owners.tables.get(relation);
  if (owner === undefined)
    return `${relation} is neither a table of ${dictionaryPath} nor a view of db/views`;
  return owner === slice ? undefined : `table ${relation} belongs to ${owner}; read one of its views (v_…)`;
}

function isCatalogue(relation: string): boolean {
  return /^(pg_|information_schema\.|pg_catalog\.)/.test(relation);
}

/** The job queue keeps its own tables beside ours; only platform, which runs it, looks into them. */
function isQueueOfPlatform(slice: string, relation: string): boolean {
  return slice === 'platform' && relation.startsWith('pgboss.');
}

/** A section `## slice` with a Markdown table whose first column names a table in backquotes. */
function parseDictionary(text: string): ReadonlyMap<string, string> {
  const tables = new Map<string, string>();
  let slice = '';
  for (const line of text.split('\n')) {
    slice = /^## ([a-z-]+)\s*$/.exec(line)?.[1] ?? slice;
    const table = /^\|\s*`([a-z_]+)`\s*\|/.exec(line)?.[1];
    if (table !== undefined) tables.set(table, slice);
  }
  return tables;
}

function findCreatedViews(text: string): string[] {
  const parsed = parseStatements(text);
  const views: string[] = [];
  if (parsed.kind === 'statements') {
    walkSql(parsed.statements, (node, name) => {
      if (name === 'ViewStmt') views.push(...findParsedRelations([node['view']]));
    });
  }
  return views;
}
