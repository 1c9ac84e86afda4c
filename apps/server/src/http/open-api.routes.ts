import { defineRoute, routes } from '@throughline/contract';
import * as z from 'zod';
import { handleAnyone, type RouteHandler } from '../access/index.ts';
import { apiVersion } from './api-version.data.ts';
import { toOpenApi } from './to-open-api.ts';

const getOpenApi = defineRoute({
  id: 'getOpenApi',
  method: 'GET',
  path: '/api/openapi.json',
  policy: 'anyone',
  summary: 'This description of the API.',
  answer: z.record(z.string(), z.unknown()),
});

/** The API describes itself; the text is the one in `packages/contract/openapi.json`. */
export const openApiRoutes = (): RouteHandler[] => {
  const description = toOpenApi(routes, { version: apiVersion });
  return [handleAnyone(getOpenApi, () => description)];
};
