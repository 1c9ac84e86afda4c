import { streamNews } from '@throughline/contract';
import { handleStream, type RouteHandler } from '../../access/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { createWatch } from '../../platform/watch/index.ts';
import { loadVisibleRepositories } from '../../visibility/index.ts';
import type { FeedPlace } from '../facts/fact-cursor.sql.ts';
import { findFeedPlace, hasNews } from './news.sql.ts';

interface NewsDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * Tells open pages that there is something new, once facts are in step with it. What the reader may see is asked for with
 * every change, so that what they may not see stirs nothing.
 */
export function newsRoutes({ database, clock }: NewsDependencies): readonly RouteHandler[] {
  // A value of one kind each time, so that the first fact is a change too.
  const places = createWatch(async () => ({ place: await findFeedPlace(database) }));
  return [
    handleStream(streamNews, 'news', async function* ({ reader, request }) {
      let from: FeedPlace | undefined;
      for await (const { place: to } of places.listen(request.signal)) {
        if (from !== undefined && to !== undefined) {
          const visible = await loadVisibleRepositories(database, reader);
          if (await hasNews(database, visible, { from, to })) yield { at: clock.now().toISOString() };
        }
        from = to;
      }
    }),
  ];
}
