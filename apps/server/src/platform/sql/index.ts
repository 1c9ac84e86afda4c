export { createDatabase, type DatabaseOptions } from './database.ts';
export type { Database, Sql } from './sql.ts';
export { findViolatedConstraint } from './sql-errors.ts';
