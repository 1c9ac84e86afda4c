import { createRouter } from '@tanstack/react-router';
import { NothingHere } from '../ui/nothing-here.tsx';
import { PageFailure } from './page-failure.tsx';
import { PagePending } from './page-pending.tsx';
import { pages } from './pages.ts';
import type { RouteContext } from './route-context.ts';
import { parseSearch, toSearch } from './search-params.ts';

export const createAppRouter = (context: RouteContext) =>
  createRouter({
    routeTree: pages,
    context,
    parseSearch,
    stringifySearch: toSearch,
    defaultPreload: 'intent',
    defaultPreloadDelay: 80,
    defaultPendingMs: 200,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: NothingHere,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
