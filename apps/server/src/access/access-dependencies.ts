import type { PasswordHasher } from '../platform/passwords/index.ts';
import type { Database, Sql } from '../platform/sql/index.ts';

/** The person a user is, as pages name them. */
export interface UserPerson {
  readonly slug: string;
  readonly name: string;
}

export interface AccessDependencies {
  readonly database: Database;
  readonly passwords: PasswordHasher;
  /** Who of these users is which person. People live above this slice, so the answer is given from outside. */
  readonly personOf: (sql: Sql, userIds: readonly number[]) => Promise<ReadonlyMap<number, UserPerson>>;
}
