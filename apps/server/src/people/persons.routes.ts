import { createPerson, getPerson, listPeople, updatePerson } from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../access/index.ts';
import { AppError } from '../platform/errors/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { openPersonRecord } from './open-person.sql.ts';
import { claimAllOf } from './own-accounts/claim-account.sql.ts';
import { recordPersonsChanged } from './people-change.sql.ts';
import { countStates, isInState } from './people-states.ts';
import { loadPersonAnswer } from './person-answer.sql.ts';
import { updatePerson as changePerson, replaceFurtherEmails } from './person-change.sql.ts';
import { loadPersonListing } from './person-listing.sql.ts';
import { findPersonBySlug, insertPersons } from './persons.sql.ts';
import { findStayProblem } from './stay.ts';
import { toPersonRow } from './to-person-row.ts';

const listedAtMost = 10_000;

/** People: the list, adding one, opening and changing one. */
export const personRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(listPeople, async ({ query }) => {
    const found = await loadPersonListing(database, query.q || undefined);
    const listed = found.filter((person) => isInState(person, query.state ?? 'here'));
    return {
      people: listed.slice(0, listedAtMost).map(toPersonRow),
      total: listed.length,
      counts: countStates(found),
    };
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
  handle(updatePerson, async ({ params, body, reader }) => {
    const person = await openPersonRecord(database, reader, params.slug);
    const problem = findStayProblem(person, body);
    if (problem !== undefined) {
      throw new AppError('input-invalid', problem, { fields: { leftOn: problem } });
    }
    return database.transaction(async (tx) => {
      await changePerson(tx, person.personId, body);
      if (body.emails !== undefined) await replaceFurtherEmails(tx, person.personId, body.emails);
      if (typeof body.userId === 'number') await claimAllOf(tx, person, body.userId);
      await recordPersonsChanged(tx, [person.personId]);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'person.changed',
        subject: `person:${person.personId}`,
        detail: { fields: Object.keys(body) },
      });
      return loadPersonAnswer(tx, (await findPersonBySlug(tx, person.slug)) ?? person);
    });
  }),
];
