import { getPersonPage } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler } from '../access/index.ts';
import { countLookers, openPerson } from '../people/index.ts';
import { toToday } from '../reports/index.ts';
import { loadVisibleRepositories } from '../visibility/index.ts';
import type { BriefDependencies } from './brief-dependencies.ts';
import { toLooking } from './person-looking.ts';
import { loadPersonActivity } from './person-page.sql.ts';
import { parsePersonQuery } from './person-query.ts';

/** A person's page. */
export const personPageRoutes = ({ database, clock }: BriefDependencies): readonly RouteHandler[] => [
  handle(getPersonPage, async ({ params, query, reader }) => {
    const person = await openPerson(database, reader, params.slug, 'page');
    const { zone, personPages } = await loadWorkspace(database);
    const { period, by, ignored } = parsePersonQuery(query, toToday(clock.now(), zone));
    const visible = await loadVisibleRepositories(database, reader);
    const isMe = person.userId === reader.userId;
    const [activity, lookers] = await Promise.all([
      loadPersonActivity(database, { visible, person, period, by, isMe, now: clock.now() }),
      isMe ? countLookers(database, person.personId) : 0,
    ]);
    return {
      slug: person.slug,
      name: person.name,
      isDemo: person.isDemo,
      isMe,
      ...(person.zone === undefined ? {} : { zone: person.zone }),
      ...(person.leftOn === undefined ? {} : { leftOn: person.leftOn }),
      looking: toLooking({ isMe, setting: personPages, lookers }),
      period,
      ignored: [...ignored],
      ...activity,
    };
  }),
];
