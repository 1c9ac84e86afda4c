import { createPerson, getPerson, listPeople, updatePerson } from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../access/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { openPersonRecord } from './open-person.sql.ts';
import { loadPersonAnswer } from './person-answer.sql.ts';
import {
  updatePerson as changePerson,
  findPersonBySlug,
  insertPersons,
  loadPersonListing,
} from './persons.sql.ts';

const listedAtMost = 1000;

/** People: the list, adding one, opening and changing one. */
export const personRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(listPeople, async ({ query }) => {
    const { people, total } = await loadPersonListing(database, query.q || undefined, listedAtMost);
    return { people: people.map((row) => ({ ...row, accounts: [...row.accounts] })), total };
  }),
  handle(createPerson, async ({ body, reader }) =>
    database.transaction(async (tx) => {
      const [person] = await insertPersons(tx, [{ ...body, createdBy: reader.userId }]);
      if (person === undefined) throw new Error('An insert of a person returned no row.');
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'person.created',
        subject: `person:${person.personId}`,
      });
      return loadPersonAnswer(tx, person);
    }),
  ),
  handle(getPerson, async ({ params, reader }) =>
    loadPersonAnswer(database, await openPersonRecord(database, reader, params.slug)),
  ),
  handle(updatePerson, async ({ params, body, reader }) =>
    database.transaction(async (tx) => {
      const person = await openPersonRecord(tx, reader, params.slug);
      await changePerson(tx, person.personId, body);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'person.changed',
        subject: `person:${person.personId}`,
        detail: { fields: Object.keys(body) },
      });
      return loadPersonAnswer(tx, (await findPersonBySlug(tx, person.slug)) ?? person);
    }),
  ),
];
