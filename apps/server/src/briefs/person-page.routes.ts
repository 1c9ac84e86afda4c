import { getPersonPage, listPersonRows } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler } from '../access/index.ts';
import { countLookers, openPerson } from '../people/index.ts';
import { loadScope, parseCursor, toToday } from '../reports/index.ts';
import { loadVisibleRepositories } from '../visibility/index.ts';
import type { BriefDependencies } from './brief-dependencies.ts';
import { personDefinitions } from './person-definitions.data.ts';
import { toLooking } from './person-looking.ts';
import { loadPersonActivity } from './person-page.sql.ts';
import { parsePersonQuery } from './person-query.ts';
import { loadPersonRows } from './person-rows.sql.ts';

const rowsAPage = 50;

/** A person's page, and the rows behind its figures. */
export const personPageRoutes = ({ database, clock }: BriefDependencies): readonly RouteHandler[] => [
  handle(getPersonPage, async ({ params, query, reader }) => {
    const person = await openPerson(database, reader, params.slug, 'page');
    const { zone, personPages } = await loadWorkspace(database);
    const { period, by, ignored } = parsePersonQuery(query, toToday(clock.now(), zone));
    const visible = await loadVisibleRepositories(database, reader);
    const isMe = person.userId === reader.userId;
    const [activity, lookers] = await Promise.all([
      loadPersonActivity(database, { visible, person, period, by }),
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

  handle(listPersonRows, async ({ params, query, reader }) => {
    const person = await openPerson(database, reader, params.slug, 'list');
    const { zone } = await loadWorkspace(database);
    const { period, ignored } = parsePersonQuery({ period: query.period }, toToday(clock.now(), zone));
    const visible = await loadVisibleRepositories(database, reader);
    const { figure, value } = query;
    const after = query.after === undefined ? undefined : parseCursor(query.after);
    const [{ rows, total, next }, scope] = await Promise.all([
      loadPersonRows(
        database,
        { visible, personId: person.personId, period, figure, value },
        { after, limit: rowsAPage },
      ),
      loadScope(database, visible, ['reviews']),
    ]);
    return {
      person: { slug: person.slug, name: person.name },
      title: personDefinitions[figure].title,
      definition: personDefinitions[figure].says,
      rows: [...rows],
      total,
      ...(next === undefined ? {} : { next }),
      period,
      ignored: [...ignored],
      scope,
    };
  }),
];
