import { becomePerson } from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../../access/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { recordPersonsChanged } from '../people-change.sql.ts';
import { findPersonOfUser } from '../persons.sql.ts';
import { tieByOwnAccount } from './become-person.sql.ts';
import { claimAllOf } from './claim-account.sql.ts';

/** Becoming a person by one's connected GitHub account. */
export const ownPersonRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(becomePerson, ({ reader }) =>
    database.transaction(async (tx) => {
      const before = await findPersonOfUser(tx, reader.userId);
      if (before !== undefined) return { slug: before.slug, name: before.name, isNew: false };
      const { person, isNew } = await tieByOwnAccount(tx, reader);
      await claimAllOf(tx, person, reader.userId);
      await recordPersonsChanged(tx, [person.personId]);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: isNew ? 'person.created' : 'person.changed',
        subject: `person:${person.personId}`,
        detail: { by: 'own-account' },
      });
      return { slug: person.slug, name: person.name, isNew };
    }),
  ),
];
