import type { Viewer } from '../access/index.ts';
import { notFound } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { mayOpenPage } from './page-access.ts';
import { findPersonBySlug, findPersonOfUser, type PersonRecord } from './persons.sql.ts';

/**
 * The person an address names (`me` is the reader's own), for a reader who may open their page. Throws `not-found` for
 * a person who does not exist and for one the reader may not look at: the two look alike.
 */
export async function openPerson(sql: Sql, viewer: Viewer, slug: string): Promise<PersonRecord> {
  const person =
    slug === 'me' ? await findPersonOfUser(sql, viewer.userId) : await findPersonBySlug(sql, slug);
  if (person === undefined || !mayOpenPage(viewer, person)) throw notFound();
  return person;
}
