import type { Person } from '@throughline/contract';
import { loadUsers } from '../access/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { loadLinks } from './links.sql.ts';
import type { PersonRecord } from './persons.sql.ts';

/** A person with their links of now and of before, and the user they are. */
export async function loadPersonAnswer(sql: Sql, person: PersonRecord): Promise<Person> {
  const links = await loadLinks(sql, person.personId);
  const [user] = person.userId === undefined ? [] : await loadUsers(sql, [person.userId]);
  return {
    personId: person.personId,
    slug: person.slug,
    name: person.name,
    isDemo: person.isDemo,
    ...(person.email === undefined ? {} : { email: person.email }),
    ...(person.zone === undefined ? {} : { zone: person.zone }),
    links: links.filter((link) => link.unlinkedAt === undefined),
    formerLinks: links.filter((link) => link.unlinkedAt !== undefined),
    ...(user === undefined ? {} : { user: { userId: user.userId, email: user.email } }),
  };
}
