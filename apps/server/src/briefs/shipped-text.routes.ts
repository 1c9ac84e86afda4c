import { getShippedText } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler } from '../access/index.ts';
import { openPerson } from '../people/index.ts';
import { loadScope, toToday } from '../reports/index.ts';
import { loadVisibleRepositories } from '../visibility/index.ts';
import type { BriefDependencies } from './brief-dependencies.ts';
import { parsePersonQuery } from './person-query.ts';
import { loadShippedStory } from './shipped-story.sql.ts';
import { toShippedTexts } from './shipped-text.ts';

/** What somebody shipped, to be pasted elsewhere. */
export const shippedTextRoutes = ({ database, clock }: BriefDependencies): readonly RouteHandler[] => [
  handle(getShippedText, async ({ params, query, reader }) => {
    const person = await openPerson(database, reader, params.slug, 'shipped');
    const { zone } = await loadWorkspace(database);
    const { period, by, ignored } = parsePersonQuery(query, toToday(clock.now(), zone));
    const visible = await loadVisibleRepositories(database, reader);
    const also = new Set((query.with ?? '').split(','));
    const [story, scope] = await Promise.all([
      loadShippedStory(database, { visible, personId: person.personId, period }, also),
      loadScope(database, visible, also.has('reviews') ? ['reviews'] : []),
    ]);
    const texts = toShippedTexts({
      ...story,
      name: person.userId === reader.userId ? undefined : person.name,
      period,
      by,
      repositories: scope.visibleRepositories,
      isAtLeast: scope.gaps.length > 0,
    });
    return { period, ignored: [...ignored], ...texts, scope };
  }),
];
