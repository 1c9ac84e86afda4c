import type { Sql } from '../sql.ts';
import { schemaQueries } from './schema-queries.data.ts';

interface Line {
  /** What comes after what. */
  readonly position: string;
  readonly text: string;
}

const dumpPart = async (sql: Sql, title: string, query: string): Promise<string> => {
  const rows = await sql.query<Line>(query);
  const lines = rows.toSorted((a, b) => (a.position < b.position ? -1 : 1)).map(({ text }) => text.trimEnd());
  return [`-- ${title}`, ...lines].join('\n\n');
};

const head =
  '-- Generated from the catalogue of a database that all migrations and views have made: npm run schema writes it anew.';

/**
 * The schema `public` as text: tables with columns and constraints, indexes, views, functions, in an order that depends
 * on names alone. The same database gives the same text.
 */
export const dumpSchema = async (sql: Sql): Promise<string> => {
  const parts: string[] = [];
  for (const { title, query } of schemaQueries) parts.push(await dumpPart(sql, title, query));
  return `${[head, ...parts].join('\n\n')}\n`;
};
