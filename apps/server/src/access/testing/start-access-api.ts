import { type startTestApi as StartTestApi, startTestApi, type TestApi } from '../../http/testing/index.ts';
import { accessRoutes } from '../access.routes.ts';

/** The API of this slice alone; no user is a person. */
export const startAccessApi = (options: Parameters<typeof StartTestApi>[0] = {}): Promise<TestApi> =>
  startTestApi({
    ...options,
    routes: ({ database }) => accessRoutes({ database, personOf: () => Promise.resolve(new Map()) }),
  });
