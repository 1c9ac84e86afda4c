import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiContext } from '../api/api-context.ts';
import { createApi } from '../api/create-api.ts';
import { createQueries } from '../api/create-queries.ts';
import { CommandContext, createCommandRegistry } from '../ui/commands.ts';
import { FirstLocation } from '../ui/first-location.ts';
import { Notices } from '../ui/notices.tsx';
import { NowProvider } from '../ui/now-context.tsx';
import { createAppRouter } from './router.tsx';
import { Theme } from './theme.tsx';

/** Everything a page stands on: theme, cache, client, clock, notices, routes. */
export const App = () => {
  const [{ queries, api, router, commands, first }] = useState(createParts);
  return (
    <Theme>
      <QueryClientProvider client={queries}>
        <ApiContext value={api}>
          <FirstLocation value={first}>
            <CommandContext value={commands}>
              <NowProvider>
                <Notices>
                  <RouterProvider router={router} />
                </Notices>
              </NowProvider>
            </CommandContext>
          </FirstLocation>
        </ApiContext>
      </QueryClientProvider>
    </Theme>
  );
};

const createParts = () => {
  const queries = createQueries();
  const api = createApi(queries);
  const router = createAppRouter({ queries, api });
  return { queries, api, router, commands: createCommandRegistry(), first: window.location.pathname };
};
