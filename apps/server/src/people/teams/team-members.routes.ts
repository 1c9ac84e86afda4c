import { changeMembership, listTeamCandidates } from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../../access/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { findPersonBySlug } from '../persons.sql.ts';
import { changeMemberships } from './change-membership.ts';
import { openTeam } from './open-team.sql.ts';
import { loadCandidates, loadMemberships, lockMembers, replaceMemberships } from './team-members.sql.ts';

const offeredAtMost = 20;
/** Times of one person in one team; a mistake shows long before. */
const timesAtMost = 100;

/** Who is in a team, by day: adding, ending, changing the part, and putting back what was. */
export const teamMemberRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(changeMembership, async ({ params, body, reader }) =>
    database.transaction(async (tx) => {
      const team = await openTeam(tx, reader, { slug: params.slug, deed: 'change' });
      const person = await findPersonBySlug(tx, params.person);
      if (person === undefined) throw notFound();
      const { teamId } = team;
      const { personId } = person;
      await lockMembers(tx, [teamId]);
      const before = (await loadMemberships(tx, [teamId], personId)).map(({ membership }) => membership);
      const memberships = changeMemberships(before, body);
      if (memberships.length > timesAtMost)
        throw new AppError('input-invalid', 'That would be over 100 times in one team. End some first.');
      await replaceMemberships(tx, [{ teamId, personId, memberships }]);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'team.members-changed',
        subject: `team:${teamId}`,
        detail: { personId, kind: body.kind },
      });
      const after = await loadMemberships(tx, [teamId], personId);
      return { before, after: after.map(({ membership }) => membership) };
    }),
  ),
  handle(listTeamCandidates, async ({ params, query, reader }) => {
    await openTeam(database, reader, { slug: params.slug, deed: 'change' });
    const { people, total } = await loadCandidates(database, query.q || undefined, offeredAtMost);
    return { people: people.map((one) => ({ ...one, logins: [...one.logins] })), total };
  }),
];
