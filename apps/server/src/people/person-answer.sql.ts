import type { Person } from '@throughline/contract';
import { loadUsers } from '../access/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { loadActs } from './acts/person-acts.sql.ts';
import { loadAwaitedLogins } from './awaited-logins.sql.ts';
import { loadLinks } from './links.sql.ts';
import { loadFurtherEmails } from './person-change.sql.ts';
import type { PersonRecord } from './persons.sql.ts';

/** A person with their links of now and of before, their addresses, what was done to them, and the user they are. */
export async function loadPersonAnswer(sql: Sql, person: PersonRecord): Promise<Person> {
  const links = await loadLinks(sql, person.personId);
  const emails = await loadFurtherEmails(sql, person.personId);
  const awaitedLogins = await loadAwaitedLogins(sql, person.personId);
  const acts = await loadActs(sql, person.personId);
  const [user] = person.userId === undefined ? [] : await loadUsers(sql, [person.userId]);
  return {
    personId: person.personId,
    slug: person.slug,
    name: person.name,
    isDemo: person.isDemo,
    isHidden: person.isHidden,
    emails: emails.filter((email) => email !== person.email),
    acts,
    awaitedLogins,
    ...toKnown(person),
    links: links.filter((link) => link.unlinkedAt === undefined),
    formerLinks: links.filter((link) => link.unlinkedAt !== undefined),
    ...(user === undefined ? {} : { user: { userId: user.userId, email: user.email } }),
  };
}

const toKnown = ({ email, zone, joinedOn, leftOn, excludedReason }: PersonRecord): Partial<Person> => ({
  ...(email === undefined ? {} : { email }),
  ...(zone === undefined ? {} : { zone }),
  ...(joinedOn === undefined ? {} : { joinedOn }),
  ...(leftOn === undefined ? {} : { leftOn }),
  ...(excludedReason === undefined ? {} : { excludedReason }),
});
