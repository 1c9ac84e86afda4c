export { type BindSql, type BoundValues, bindValues } from './bind-values.ts';
export { databaseChecks } from './database.checks.ts';
export { createDatabase } from './database.ts';
export { dropNulls, type Nullable } from './drop-nulls.ts';
export {
  type EmbeddedPostgres,
  findEmbeddedHome,
  startEmbeddedPostgres,
} from './embedded/embedded-postgres.ts';
export { forgetfulSettings } from './embedded/server-settings.ts';
export { migrate } from './migrations/migrate.ts';
export { readMigrationFiles } from './migrations/migration-files.ts';
export { dumpSchema } from './schema/dump-schema.ts';
export type { Database, Sql } from './sql.ts';
export { findViolatedConstraint } from './sql-errors.ts';
export { toJsonb } from './to-jsonb.ts';
export { transactionAmongOthers } from './transaction-among-others.ts';
