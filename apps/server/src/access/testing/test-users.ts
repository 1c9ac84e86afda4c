import { randomUUID } from 'node:crypto';
import type { KeyScope, Role } from '@throughline/contract';
import { createPasswordHasher } from '../../platform/passwords/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { createKey } from '../keys.sql.ts';
import { createSession } from '../sessions.sql.ts';
import { createUser } from '../users.sql.ts';

/** The password of every test user. */
export const testPassword = 'seven wet umbrellas';

const passwordHash = createPasswordHasher().hash(testPassword);

export interface TestUser {
  readonly userId: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** A user with a name of their own and `testPassword`. The workspace counts as set up from the first one on. */
export async function createTestUser(sql: Sql, role: Role, given: Partial<TestUser> = {}): Promise<TestUser> {
  const email = given.email ?? `${role}-${randomUUID()}@example.com`;
  const name = given.name ?? `Test ${role}`;
  await sql.query('update workspace set set_up_at = coalesce(set_up_at, app_now())');
  const userId = await createUser(sql, { email, name, role, passwordHash: await passwordHash });
  return { userId, email, name, role };
}

/** A session of a user, as its token. */
export const createTestSession = (sql: Sql, userId: number): Promise<string> => createSession(sql, userId);

/** A key of a user for 90 days, as its text. */
export const createTestKey = async (sql: Sql, userId: number, scope: KeyScope): Promise<string> =>
  (await createKey(sql, { userId, name: 'Test key', scope, days: 90 })).text;
