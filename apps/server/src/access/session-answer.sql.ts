import type { Session } from '@throughline/contract';
import type { AccessDependencies } from './access-dependencies.ts';
import type { Viewer } from './viewer.ts';
import { loadWorkspace } from './workspace.sql.ts';

type SignedIn = Pick<Viewer, 'userId' | 'email' | 'name' | 'role'>;

/** What the shell begins with. */
export async function loadSessionAnswer(
  { database, personOf }: Pick<AccessDependencies, 'database' | 'personOf'>,
  viewer: SignedIn | undefined,
  csrfToken: string,
): Promise<Session> {
  const { name, zone, isSetUp } = await loadWorkspace(database);
  const workspace = { name, zone };
  if (viewer === undefined) return { csrfToken, isSetUp, workspace };
  const { userId, email, role } = viewer;
  const person = (await personOf(database, [userId])).get(userId);
  const user = { userId, email, name: viewer.name, role, ...(person === undefined ? {} : { person }) };
  return { user, csrfToken, isSetUp, workspace };
}
